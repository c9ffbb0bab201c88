import type { Words } from '../words.ts';

export const roadmaps: Words['roadmaps'] = {
  unknown: (typed) => `Burada kullanabileceğin **${typed}** adında bir yol haritası yok.`,
  known: (titles) => `Şunlar var: ${titles}.`,
  several: (typed) =>
    `**${typed}** birden fazla yol haritanda var. Hangisini istiyorsun? \`roadmap:\` ile de belirtebilirsin.`,
  heading: '## Yol haritaları',
  size: (total) => `${total} konu`,
  alreadyDone: (total, done) => `${total} konu var; ${done} konuyu zaten bitirdin, burada da sayılır.`,
  yourDefault: 'ana haritan',
  usual: 'burada ana harita',
  followed: 'çalışıyorsun',
  you: {
    default: 'Ana yol haritan bu.',
    usual: 'Buradaki ana yol haritası bu.',
    followed: 'Buna çalışıyorsun.',
    withServer: 'Buna grupla birlikte çalışıyorsun.',
    none: 'Buna henüz çalışmıyorsun.',
  },
  group: {
    default: 'Grubun ana yol haritası bu.',
    followed: 'Grup buna çalışıyor.',
    none: 'Grup buna çalışmıyor.',
  },
  choose: 'Bir yol haritası seç',
  notHere: 'Grup buna çalışmıyor; buradaki komutlar grubun ana yol haritasını kullanır.',
  all: 'Tüm yol haritaları',
  open: 'Aç',
  follow: 'Buna çalış',
  unfollow: 'Çalışmayı bırak',
  makeDefault: 'Ana yol haritam yap',
  serverFollow: 'Grup için ekle',
  serverUnfollow: 'Gruptan çıkar',
  serverMakeDefault: 'Grubun ana haritası yap',
  daily: {
    turns: 'Günün konusu, grubun yol haritalarından sırayla geliyor.',
    default: 'Günün konusu, grubun ana yol haritasından geliyor.',
  },
  dailyTo: { turns: 'Günün konusu: sırayla', default: 'Günün konusu: yalnızca ana harita' },
  gone: 'Bu yol haritası artık yok.',
  tooMany: (most) => `En fazla ${most} yol haritası olabilir. Önce birini çıkar.`,
};
