import type { Words } from '../words.ts';

export const roadmaps: Words['roadmaps'] = {
  unknown: (typed) => `Burada kullanabileceğin **${typed}** adında bir yol haritası yok.`,
  known: (titles) => `Şunlar var: ${titles}.`,
  several: (typed) =>
    `**${typed}** birden fazla yol haritanda var. Hangisini istiyorsun? \`roadmap:\` ile de belirtebilirsin.`,
  heading: '## Yol haritaları',
  size: (total) => `${total} konu`,
  yourDefault: 'varsayılanın',
  usual: 'burada varsayılan',
  followed: 'takipte',
  forYou: (mark) => `**Senin için** · ${mark}`,
  forServer: (mark) => `**Sunucu için** · ${mark}`,
  mark: {
    default: 'varsayılan',
    followed: 'takipte',
    withServer: 'sunucuyla birlikte takipte',
    none: 'takipte değil',
  },
  choose: 'Bir yol haritası seç',
  notHere: 'Bu sunucu onu takip etmiyor; buradaki komutlar sunucunun varsayılanını kullanır.',
  all: 'Tüm yol haritaları',
  open: 'Aç',
  follow: 'Takip et',
  unfollow: 'Takibi bırak',
  makeDefault: 'Varsayılanım yap',
  serverFollow: 'Sunucuya ekle',
  serverUnfollow: 'Sunucudan çıkar',
  serverMakeDefault: 'Varsayılan yap',
  daily: {
    turns: 'Günün konusu, sunucunun yol haritalarından sırayla geliyor.',
    default: 'Günün konusu, sunucunun varsayılan yol haritasından geliyor.',
  },
  dailyTo: { turns: 'Günün konusu: sırayla', default: 'Günün konusu: yalnızca varsayılan' },
  gone: 'Bu yol haritası artık yok.',
  tooMany: (most) => `En fazla ${most} yol haritası takip edebilirsin. Önce birini bırak.`,
};
