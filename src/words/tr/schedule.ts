import type { Words } from '../words.ts';

export const daily: Words['daily'] = {
  heading: (day) => `Günün konusu · ${day}`,
  or: (title) => `Ya da: **${title}**`,
  nobodyYet: 'Henüz çalışan yok. İlk sen ol!',
  imIn: 'Ben varım',
  youAreIn: 'Sen de varsın.',
  myPicks: 'Benim konularım',
  discuss: 'Konuşalım',
  discussHere: (thread) => `Burada konuşuluyor: ${thread}`,
  cannotDiscuss: (permission) =>
    `Burada alt başlık açamıyorum: *${permission}* iznim yok. Bir düzenleyici bunu kanal ayarlarından verebilir.`,
};

export const weekly: Words['weekly'] = {
  heading: (days) => `Haftanız · ${days}`,
  finished: (n, people) =>
    people === 1 ? `Aranızdan biri **${n} konu bitirdi**` : `${people} kişi **${n} konu bitirdi**`,
  more: (n) => `geçen haftadan ${n} fazla`,
  asMany: 'geçen hafta kadar',
  did: (person, titles) => `${person}: ${titles}`,
  firstHere: (title) => `${title} (grupta ilk!)`,
  moreTopics: (titles, n) => `${titles} ve ${n} konu daha`,
  best: (n) => `kendi rekoru, ${n} konu`,
  section: (title, percent, gained) =>
    gained > 0 ? `${title} **${percent}** ▲ ${gained}` : `${title} **${percent}**`,
  streaks: (people) => `Serisi sürenler: ${people}`,
  streakOf: (person, days) => `${person} (${days} gün)`,
  finishTogether: (title, begun, near) =>
    near > 0
      ? `Önümüzdeki hafta **${title}** konusunu birlikte bitirelim mi? ${near === 1 ? 'Birinizin' : `${near} kişinin`} tek konusu kaldı.`
      : `Önümüzdeki hafta **${title}** konusunu birlikte bitirelim mi? ${begun === 1 ? 'Biriniz' : `${begun} kişi`} başladı bile.`,
  takeUp: (title) => `Önümüzdeki hafta için bir öneri: **${title}**`,
  quiet:
    'Sakin bir hafta oldu; her grupta olur. Öğrendikleriniz sizde duruyor, yeniden başlamaya on dakika yeter.',
  smallStep: (title) => `Küçük bir adım: **${title}**`,
  myWeek: 'Benim haftam',
  ownHeading: (days) => `## Haftam\n-# ${days}`,
  own: (n, before) => `**${n === 0 ? 'Biten konu yok' : `${n} konu bitti`}** · önceki hafta ${before}`,
  studied: (days) => `**Çalıştığın gün** ${days}/7`,
  newlyShown: (apps) => `Vitrinde yeni: ${apps}`,
  shownApp: (app, people) => `${app} (${people})`,
};

export const poster: Words['poster'] = {
  finished: () => 'konu bitti',
  by: (people) => `${people} kişiden`,
  more: (n) => `geçen haftadan ${n} fazla`,
  best: 'en iyi hafta',
  first: 'ilk bitiren',
  others: (n, areMore) => (areMore ? `ve ${n} kişi daha konu bitirdi` : `${n} kişi konu bitirdi`),
  shown: (apps) => `vitrinde: ${apps}`,
};

export const schedule: Words['schedule'] = {
  kind: { daily: 'Günün konuları', weekly: 'Haftalık özet' },
  see: { daily: 'Günün konularını gör', weekly: 'Haftalık özeti gör' },
  preview: 'Sıradaki paylaşımlar',
  next: (kind, at, ago) => `**${kind}**: bir sonraki ${at} (${ago})`,
  heading: '## Sıradaki paylaşımlar',
  explained: (zone) => `-# Önce grubun saatiyle (${zone}), sonra seninkiyle`,
  line: (kind, local, yours) => `- **${kind}** · ${local} · ${yours}`,
  clockChange: (local) => `${local} (saatler değişiyor)`,
  none: 'Planlanmış bir paylaşım yok.',
  test: (kind) =>
    `-# ${kind}: şu an paylaşsam böyle olurdu. Yalnızca sen görüyorsun; düğmeler gerçeğinde çalışır.`,
  nothingToSay: 'Şu an paylaşacak bir şey yok: bu sefer atlanırdı.',
  pausedNow: '⏸ Paylaşımlara ara verildi. Herkes çalışmayı sürdürebilir; hiçbir şey kaybolmaz.',
  resumed: '▶ Paylaşımlar sürüyor.',
  notPaused: 'Paylaşımlara ara verilmemiş.',
};
