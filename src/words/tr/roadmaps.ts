import type { Words } from '../words.ts';

export const roadmap: Words['roadmap'] = {
  title: (title) => `## ${title}`,
  overview: (percent, done, total) => `${percent} · ${total} konudan ${done} tanesi bitti`,
  joined: (title) =>
    `Aramıza hoş geldin! Bu grupla **${title}** yolundasın. Grup neye çalıştığını ve neleri bitirdiğini görür; bunu \`/settings\` ile değiştirebilirsin.`,
  alreadyJoined: 'Zaten bu grupla çalışıyorsun.',
  followed: (title) => `Artık **${title}** yolundasın.`,
  askTicks: (ticked) =>
    `Yol haritasının dosyasında ${ticked} zaten işaretli. O işaretlerle mi başlarsın, sıfırdan mı?`,
  fromTicks: 'İşaretlerle başla',
  fromZero: 'Sıfırdan başla',
  left: 'Artık bu grupla çalışmıyorsun ve grup ilerlemeni görmüyor. Hepsi sende kalıyor; yeniden katılırsan geri gelir.',
  notJoined: 'Bu grupla çalışmıyorsun. İstediğin zaman katılabilirsin.',
  notSetUp:
    'Bu sunucuda Roadmate henüz kurulmamış. Bir düzenleyici `/setup` ile kurabilir; o zamana kadar kendi başına çalışabilirsin.',
  sections: 'Bir bölüm seç',
  page: (page, pages) => `-# Sayfa ${page} / ${pages}`,
  previous: 'Önceki',
  following: 'Devamı',
  whatNow: 'Şimdi ne yapsam?',
  lookThrough: 'Yol haritasına göz at',
  chooseTopic: 'Bir konu aç',
  allSections: 'Bütün bölümler',
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
      todo: 'başlanmadı',
      doing: 'başlandı',
      some: 'bir kısmınız',
      done: 'hepiniz',
      proven: 'hepiniz kanıtladı',
      skipped: 'atlandı',
    },
  },
  youAreHere: 'Buradasın',
  here: 'burada',
  groupCount: (percent, people) => `${percent} · ${people} kişi`,
  section: (number) => `${number}. bölüm`,
  topic: (number) => `${number}. konu`,
  zoom: 'Bir bölüme yakından bak',
  whole: 'Bütün harita',
  asList: 'Liste olarak',
  ofGroup: 'Grubun haritası',
  ofOneself: 'Benim haritam',
};
