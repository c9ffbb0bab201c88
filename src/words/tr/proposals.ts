import type { Words } from '../words.ts';

export const proposals: Words['proposals'] = {
  propose: 'Öner…',
  title: 'Değişiklik öner',
  topic: 'Bunun yanına gelecek bir konu',
  link: 'Bir bağlantı',
  note: 'Bir not',
  sent: 'Düzenleyicilere iletildi. Sonucu burada sonraki komutlarından birinde görürsün.',
  nothing: 'Bir konu, bağlantı ya da not yazıp yeniden gönder.',
  badLink: 'Bu bağlantı açılmıyor. `https://example.org` gibi tam bir adres yaz. Yazdıkların duruyor.',
  full: (member) =>
    `Gönderilmedi: yanıt bekleyen ${member} önerin var ya da sunucuda çok öneri birikmiş. Yazdıkların duruyor; sonra yeniden dene.`,
  waiting: (n) => `Öneriler (${n})`,
  heading: '## Öneriler',
  none: 'Bekleyen öneri yok.',
  kind: { topic: 'Konu', link: 'Bağlantı', note: 'Not' },
  by: (who, when) => `-# ${who} · ${when}`,
  accept: 'Kabul et',
  decline: 'Reddet',
  declined: 'Reddedildi. Üyeye sonraki komutunda söylenir.',
  gone: 'Bu öneri zaten yanıtlanmış.',
  notice: (n) => `${n} öneri yanıt bekliyor: \`/roadmap edit\``,
  told: { accepted: 'Önerin artık yol haritasında:', declined: 'Düzenleyiciler bu öneriyi almadı:' },
};
