import type { Words } from '../words.ts';

export const versions: Words['versions'] = {
  version: (number) => `${number}. sürüm`,
  inUse: 'kullanılıyor',
  asIn: (number) => `${number}. sürümdeki gibi`,
  choose: 'Başka bir sürüme dön',
  back: (number) => `${number}. sürüme dön`,
  onlyOne: 'Bu ilk sürüm. Henüz dönülecek bir şey yok.',
  restored: (number) => `Her şey yeniden ${number}. sürümdeki gibi, işaretler de.`,
  notKept: 'O sürüm artık saklanmıyor. Daha yeni birini seç.',
  nothing:
    'Buradaki yol haritası Roadmate ile geliyor, geri alınacak bir şey yok. Kendininkini `/roadmap import` ile getirebilirsin. Bir konuyu geri almak için `/undo` var.',
  exported: (title) => `**${title}** hazır: iki dosya.`,
  withTicks: (topics) => `Bitirdiğin ${topics} işaretli.`,
  noTicksYet: 'Henüz bitirdiğin konu yok, o yüzden hiçbiri işaretli değil.',
  withoutTicks: 'İşaretler, listenin kendi işaretleri.',
  exportHint: '-# İkisi de `/roadmap import` ile yeniden yüklenebilir.',
};
