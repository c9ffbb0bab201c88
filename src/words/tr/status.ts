import type { Words } from '../words.ts';

export const status: Words['status'] = {
  heading: (version) => `## Roadmate ${version}`,
  since: (when) => `-# Başladı · ${when}`,
  share: (shards, count) =>
    `-# Bu süreçte ${count} shard’dan şu var: ${shards}. Sunucu sayısı ve verilemeyen yanıtlar yalnızca bu sürecin.`,
  servers: (n, posting) => `**Sunucu** ${n} · paylaşım alan: ${posting}`,
  away: (n) => `○ Discord şu an ${n} sunucuya ulaşamıyor.`,
  posts: (sent, skipped, failed) => `**Son 24 saat** ${sent} paylaşım · ${failed} hata · ${skipped} atlandı`,
  lateness: (usual, most) => `**Gecikme** çoğunlukla ${usual} · en çok ${most}`,
  waiting: (n, when) => `○ ${n} paylaşım bekliyor · ilkinin zamanı ${when}`,
  stopped: (n) => `○ ${n} sunucuda paylaşımlar durdu: kanal ya da izin yok. Düzenleyicilere söylendi.`,
  failures: (n, when) =>
    n === 0 ? '**Verilemeyen yanıt** yok' : `**Verilemeyen yanıt** ${n} · sayım başı ${when}`,
  backup: {
    newest: (when) => `**Yedek** ${when}`,
    notYet: '**Yedek** henüz yok. Günlükte “could not be backed up” satırını ara.',
    none: '**Yedek** kapalı. Açmak için: `BACKUP_DIR`',
    server: '**Yedek** PostgreSQL sunucusunda',
  },
  restored: (when) => `-# Yedekten geri yüklendi · ${when}`,
  onlyOperators: 'Bunu yalnızca Roadmate’i çalıştıran, kendi sunucusunda kullanabilir.',
};
