import type { Words } from '../words.ts';

const decimals = new Intl.NumberFormat('tr-TR', { maximumFractionDigits: 1 });

export const pace: Words['pace'] = {
  button: 'Hızım',
  title: '## Hızım',
  takes: (length, n) => `**Konu başına yaklaşık ${length}**\n-# ${n} konunun ortalaması`,
  untimed: '-# `/focus` kullan, konuların ne kadar sürdüğünü göstereyim.',
  groupTakes: (length, people) => `-# Grubun ortalaması: yaklaşık ${length} (${people} kişi)`,
  left: (n) => `${n} konu kaldı`,
  likely: (month) => `**Tahminî bitiş: ${month}**`,
  between: (from, to) => `${from} ile ${to} arası`,
  earliest: (month) => `En erken ${month}`,
  notBefore: (month) => `**Bu hızla en erken bitiş: ${month}**`,
  farAway: '**Bu hızla on yıldan uzun sürer**',
  lately: (n, weeks) => `son ${weeks} haftanın ortalaması: haftada ${decimals.format(n)} konu`,
  tooFew: (active, needed) =>
    `Tahmin için konu bitirdiğin ${needed} hafta gerek, şimdilik ${active} haftan var.`,
  allDone: '**Hepsi bitti!**',
  noTopics: 'Bu yol haritasında çalışılacak konu yok.',
  target: (date, weeks) => `**Grubunun hedef tarihi** ${date} · ${weeks} hafta`,
  toCover: (left, people) => `Çalışan ${people} kişiye toplam ${left} konu kaldı`,
  eachWeek: (together, each) => `**Haftada birlikte ${together} konu**, kişi başı yaklaşık ${each}`,
  groupLately: (n) => `-# Son zamanlarda haftada ${decimals.format(n)} konu`,
  groupQuiet: 'Son haftalarda biten konu yok. İlk konu iyi gelir.',
  targetOver: (date) => `**Grubunun hedef tarihi** geçti: ${date}. Bir düzenleyici yenisini koyabilir.`,
  setTarget: 'Hedef tarih…',
  formTitle: 'Hedef tarih',
  when: 'Ne zaman bitirmek istiyorsunuz?',
  whenHint: (example) => `Örneğin ${example}. Boşsa hedef yok`,
  badDate: (typed) => `“${typed}” olmadı. Bugünden sonra, on yıl içinde bir tarih yaz.`,
};
