import type { Words } from '../words.ts';
import { topics } from './grammar.ts';
import { focus } from './sessions.ts';

const pieces = (n: number): string => `${n} çalışma`;
const reviews = (n: number): string => `${n} tekrar`;

export const goal: Words['goal'] = {
  title: '## Hedefim',
  button: 'Hedefim',
  none: 'Her hafta yapabileceğin bir şey seç; örneğin 3 konu. Ne kadar yol aldığını `/today` gösterir.',
  set: 'Hedef koy…',
  change: 'Değiştir…',
  remove: 'Hedefi kaldır',
  saved: 'Kaydedildi.',
  removed: 'Hedef kaldırıldı. Yaptıkların duruyor.',
  eachWeek: (amount) => `Haftada ${amount}`,
  amount: { topics, minutes: focus.duration, proofs: pieces, reviews },
  sofar: {
    topics: (done, target) => `Bu hafta ${done}/${target} konu`,
    minutes: (done, target) =>
      done < target
        ? `Bu hafta ${focus.duration(done)}, hedefe ${focus.duration(target - done)} kaldı`
        : `Bu hafta ${focus.duration(done)} · hedef ${focus.duration(target)}`,
    proofs: (done, target) => `Bu hafta ${done}/${target} çalışma`,
    reviews: (done, target) => `Bu hafta ${done}/${target} tekrar`,
  },
  reached: (amount) => `🎯 **Hedefine ulaştın:** bu hafta ${amount}.`,
  formTitle: 'Hedefim',
  ofWhat: 'Haftalık hedefim',
  kinds: {
    topics: 'Konu',
    minutes: 'Odaklanma süresi (dakika)',
    proofs: 'Çalışma',
    reviews: 'Tekrar',
  },
  howMany: 'Kaç tane?',
  howManyHint: 'Sıradan bir haftada ulaşabileceğin bir sayı; örneğin 3',
  badNumber: (typed) => `“${typed}” olmadı. 1 ile 9.999 arasında bir tam sayı yaz.`,
};

export const quest: Words['quest'] = {
  title: '## Ortak görev',
  name: '**Ortak görev**',
  none: 'Bu hafta görev yok.',
  soon: 'İlkini, iki hafta çalıştıktan sonra öneririm.',
  ask: '-# Bir düzenleyici başlatabilir.',
  start: (n) => `Başlat: ${n} konu`,
  choose: 'Başka bir sayı seç…',
  change: 'Sayıyı değiştir…',
  isWeekly: '**Her hafta** · son haftalarınıza göre yeni bir hedef',
  isOnce: '**Yalnızca bu hafta**',
  sofar: (done, target) => `${done}/${target} konu`,
  reached: (done, target) =>
    `tamamlandı: birlikte ${done} konu!${done > target ? ` Hedef ${target} konuydu.` : ''}`,
  task: (target) => `Bu hafta birlikte **${target} konu** bitirelim.`,
  standing: (days, own) => `${days === 1 ? 'Son gün' : `${days} gün kaldı`} · sen: ${own}`,
  counts: '-# Bir defada 8 ya da daha çok konu işaretlersen onlar sayılmaz.',
  eachWeek: 'Her hafta olsun',
  stop: 'Görevleri durdur',
  started: 'Görev başladı!',
  changed: 'Görev değişti.',
  weekly: 'Artık her hafta bir görev var.',
  stopped: 'Artık görev yok.',
};
