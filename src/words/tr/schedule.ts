import type { Words } from '../words.ts';

export const daily: Words['daily'] = {
  heading: (day) => `Günün konusu · ${day}`,
  imIn: 'Ben varım',
  other: 'Başka bir konuda varım…',
  myPicks: 'Bana öner',
  discuss: 'Konuşalım',
  discussHere: (thread) => `Burada konuşuluyor: ${thread}`,
  cannotDiscuss: (permission) =>
    `Burada alt başlık açamıyorum. Bir düzenleyici şu izni verebilir: *${permission}*`,
};

export const weekly: Words['weekly'] = {
  heading: 'Haftalık özet',
  finished: (n, people) => `**${n} konu bitti** · ${people} kişi`,
  more: (n) => `geçen haftadan ${n} fazla`,
  asMany: 'geçen hafta kadar',
  did: (person, titles) => `${person}: ${titles}`,
  moreTopics: (titles, n) => `${titles} ve ${n} konu daha`,
  section: (title, percent, gained) =>
    gained === null ? `${title} **${percent}**` : `${title} **${percent}** (+${gained})`,
  streaks: (people) => `**Seriler** · ${people}`,
  streakOf: {
    day: (person, days) => `${person} (${days} gün)`,
    week: (person, weeks) => `${person} (${weeks} hafta)`,
  },
  finishTogether: (title, place, begun, near) =>
    near > 0
      ? `**${title}** (${place}) bitmek üzere: ${near === 1 ? 'bir kişinin tek' : `${near} kişinin birer`} konusu kaldı.`
      : `Haftaya **${title}** (${place}) bitsin mi? ${begun} kişi başladı.`,
  takeUp: (title, place) => `Haftaya **${title}** (${place}) konusuna ne dersiniz?`,
  quiet: 'Sakin bir hafta oldu. Yeniden başlamaya on dakika yeter.',
  smallStep: (title) => `Küçük bir adım: **${title}**`,
  myWeek: 'Benim haftam',
  ownHeading: (days) => `## Benim haftam\n-# ${days}`,
  own: (n, before) => `**${n === 0 ? 'Biten konu yok' : `${n} konu bitti`}** · önceki hafta: ${before}`,
  studied: (days) => `**Çalıştığın günler** ${days}/7`,
  buddies: (n) => `**Yol arkadaşları** · ${n} kişi`,
  withRoles: (person, roles) => `${person} (${roles})`,
  newlyShown: (apps) => `**Yeni uygulamalar** · ${apps}`,
  shownApp: (app, people) => `${app} (${people})`,
};

export const poster: Words['poster'] = {
  finished: () => 'konu bitti',
  by: (people) => `${people} kişi`,
  whole: (finished, by) => `${finished} (${by})`,
  more: (n) => `geçen haftadan ${n} fazla`,
  best: 'en iyi haftası',
  first: 'grupta ilk',
  others: (n, areMore) => (areMore ? `ve ${n} kişi daha` : `${n} kişi konu bitirdi`),
  studied: (people) => `odak, ${people} kişi`,
  quest: { reached: () => 'konuyla görev tamam', open: 'konu, ortak görev' },
  buddies: () => 'yol arkadaşı',
  roles: () => 'yeni rol',
  days: ['Pzt', 'Sal', 'Çar', 'Per', 'Cum', 'Cmt', 'Paz'],
};

export const schedule: Words['schedule'] = {
  kind: { daily: 'Günün konusu', weekly: 'Haftalık özet' },
  see: { daily: 'Günün konusunu gör', weekly: 'Haftalık özeti gör' },
  preview: 'Sıradakileri gör',
  next: (kind, when) => `Sırada: ${kind} · ${when}`,
  heading: '## Sıradaki paylaşımlar',
  line: (kind, when) => `**${kind}** · ${when}`,
  likely: (title) => `Sıradaki konu, büyük ihtimalle: **${title}**`,
  names: 'long',
  eachDay: (days, at) => `${days}, her gün ${at}`,
  inGroupTime: (zone) => `-# Grubun saatiyle (${zone})`,
  inYourTime: (at, zone) => `-# Senin saatinle; grupta ${at} (${zone})`,
  clockChange: (days, at) => `${days} (saatler değişiyor: ${at})`,
  none: 'Planlanmış paylaşım yok.',
  test: (kind) => `-# ${kind} şimdi paylaşılsa böyle görünür. Düğmeler burada çalışmaz.`,
  nothingToSay: 'Şu an paylaşacak bir şey yok.',
  pausedNow: '⏸ Paylaşımlara ara verdim. Herkes çalışmaya devam edebilir.',
  resumed: '▶ Paylaşımlar yeniden başladı.',
  notPaused: 'Paylaşımlar zaten sürüyor.',
};
