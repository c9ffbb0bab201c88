import type { Words } from '../words.ts';
import { list } from './grammar.ts';

/** `her ay`, `2 ayda bir` */
const every = (n: number, one: string, per: string): string => (n === 1 ? `her ${one}` : `${n} ${per} bir`);

export const memo: Words['memo'] = {
  isThisRight: '## Doğru mu anladım?',
  whichOne: '**Hangisini kastettin?**',
  whenIs: (said) => `## “${said}” derken hangisi?`,
  dayAt: (day, time) => `${day} ${time}`,
  first: (when) => `İlki: ${when}`,
  directly: 'Özel mesajla',
  inChannel: (channel) => `${channel} kanalında, yalnızca seni etiketleyerek`,
  notHere: 'Burada senin için yazamam; özel mesajla gelecek.',
  inZone: (zone) => `Saat dilimi: ${zone}`,
  whereAreYou: '**Neredesin?** Saati tutturmam için saat dilimini bilmem gerek. Sonra yeniden sor.',
  keep: 'Evet, hatırlat',
  change: 'Değiştir…',
  again: 'Yeniden yaz…',
  cancel: 'Vazgeç',
  problem: {
    unclear: (said) => `“${said}” ne zaman, anlayamadım.`,
    past: (said) => `“${said}” geçti bile.`,
    'no-such-day': (said) => `Takvimde “${said}” diye bir gün yok.`,
    'too-often': (said) => `“${said}” çok sık: saatte birden sık hatırlatamam.`,
    'too-far': (said) => `“${said}” beş yıldan uzak.`,
  },
  examples: 'Şöyle yazabilirsin: `yarın 18:30`, `cuma 09:00`, `2 saat sonra`, `her pazartesi 07:00`.',
  kept: (when) => `Hatırlatacağım · ${when}`,
  full: (n) => `${n} hatırlatman var, daha fazlası olmuyor. Önce birini kaldır.`,
  heading: '## Hatırlatmalar',
  none: 'Henüz hatırlatma yok. Kurmak için: `/remind me`',
  draft: 'Kurulu hatırlatma yok. Son yazdığın henüz onaylanmadı.',
  unreachable: 'Gönderilemedi: özel mesajların bana kapalı',
  removed: (what) => `Kaldırıldı: **${what}**`,
  gone: 'Bu hatırlatma artık yok.',
  choose: 'Birini kaldır…',
  late: (when) => `Zamanı · ${when}`,
  inAnHour: 'Bir saat sonra',
  tomorrow: 'Yarın',
  remove: 'Kaldır',
  formTitle: 'Hatırlatma',
  what: 'Ne?',
  when: 'Ne zaman?',
  every: {
    minutes: (n) => `${n} dakikada bir`,
    hours: (n) => every(n, 'saat', 'saatte'),
    days: (n, time) => `${every(n, 'gün', 'günde')} ${time}`,
    weeks: (n, days, time) =>
      n === 1 ? `her ${list(days)} ${time}` : `${n} haftada bir ${list(days)} ${time}`,
    workdays: (time) => `hafta içi her gün ${time}`,
    monthDay: (n, day, time) =>
      `${every(n, 'ay', 'ayda')} ayın ${day}. günü ${time}${day > 28 ? ', kısa aylarda gelmez' : ''}`,
    monthEnd: (n, day, time) => `${every(n, 'ay', 'ayda')} ayın ${day}. ya da son günü ${time}`,
    lastDay: (n, time) => `${every(n, 'ay', 'ayda')} ayın son günü ${time}`,
    monthWeekday: (n, nth, weekday, time) =>
      `${every(n, 'ay', 'ayda')} ayın ${nth === -1 ? 'son' : `${nth}.`} ${weekday} günü ${time}`,
    year: (n, day, time) => `${every(n, 'yıl', 'yılda')} ${day} ${time}`,
  },
};
