import type { Words } from '../words.ts';

export const roadmap: Words['roadmap'] = {
  title: (title) => `## ${title}`,
  joined: (title) =>
    `**Katıldın!** Yol haritan: **${title}**\n-# Grup, başladığın ve bitirdiğin konuları görür; istersen \`/settings\` ile gizle.`,
  startSmall: 'Küçük bir konuyla başla:',
  alreadyJoined: 'Zaten bu gruptasın.',
  also: (title) => `Haritalarına eklendi: **${title}**\nÖncelikli haritan değişmedi.`,
  followed: (title) => `Yol haritan: **${title}**`,
  left: 'Gruptan ayrıldın. İlerlemen sende kaldı, grup artık görmez. İstediğin zaman yeniden katılabilirsin.',
  notJoined: 'Bu grupta değilsin. İstediğin zaman katılabilirsin.',
  notSetUp:
    'Roadmate burada henüz kurulmadı. Bir düzenleyici `/setup` ile kurabilir; o zamana kadar kendi başına çalışabilirsin.',
  sections: 'Bir bölüm seç',
  page: (page, pages) => `-# Sayfa ${page}/${pages}`,
  jumped: (page, pages) => `-# Sıradaki konunun olduğu sayfa açıldı · ${page}/${pages}`,
  previous: 'Önceki',
  following: 'Sonraki',
  whatNow: 'Bana öner',
  lookThrough: 'Yol haritasını gör',
  chooseTopic: 'Bir konuya bak',
  allSections: 'Bütün bölümler',
  asMap: 'Haritada gör',
};

export const map: Words['map'] = {
  legend: {
    own: {
      todo: 'yapılacak',
      doing: 'sürüyor',
      some: 'bir kısmı bitti',
      done: 'bitti',
      proven: 'kanıtlandı',
      skipped: 'atlandı',
    },
    group: {
      todo: 'başlayan yok',
      doing: 'başlayan var',
      some: 'bitiren var',
      done: 'herkes bitirdi',
      proven: 'herkes kanıtladı',
      skipped: 'atlandı',
    },
  },
  youAreHere: 'Sen buradasın',
  next: 'Sırada',
  here: 'burada',
  nextHere: 'sırada',
  groupCount: (percent, people) => `${percent} bitti · ${people} kişi`,
  section: (number) => `${number}. bölüm`,
  topic: (number) => `${number}. konu`,
  zoom: 'Bir bölüme yakından bak',
  whole: 'Bütün harita',
  asList: 'Liste olarak',
  ofGroup: 'Grubun haritası',
  ofOneself: 'Benim haritam',
};
