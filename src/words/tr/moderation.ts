import type { Words } from '../words.ts';

export const moderation: Words['moderation'] = {
  report: 'Bildir',
  reporting: {
    title: 'Düzenleyicilere bildir',
    label: 'Sorun ne?',
    hint: 'Yalnızca bu sunucunun düzenleyicileri görür',
  },
  takingDown: {
    title: (title) => `Kaldır: ${title}`,
    label: 'Neden?',
    hint: 'Çalışmanın sahibi bunu okur',
  },
  reported: 'Bildirildi. Bunu yalnızca düzenleyiciler görür.',
  own: 'Bu senin: istersen kendin kaldırabilirsin.',
  before: 'Bunu zaten bildirmiştin. Düzenleyiciler görüyor.',
  done: 'Kaldırıldı. Nedenini sahibine söylerim; çalışma onda kalır.',
  heading: '## Bildirilenler',
  none: 'Bildirilen bir şey yok.',
  open: (n) => `Bildirilenler (${n})`,
  line: (title, reporter) => `**${title}** · bildiren: ${reporter}`,
  lineGone: (title) => `**${title}** · kaldırıldı`,
  look: 'Göster',
  takeDown: 'Kaldır',
  dismiss: 'Kalsın',
  back: 'Bildirilenlere dön',
  stands: 'Olduğu gibi kalıyor.',
  waiting: (n) => (n === 1 ? 'Bildirilen bir paylaşım var.' : `Bildirilen ${n} paylaşım var.`),
  see: 'Bildirilenleri gör',
  takenDown: (title) => `Buradaki paylaşımı (**${title}**) bir düzenleyici kaldırdı.`,
  told: (title) => `Bir düzenleyici **${title}** için paylaştığın çalışmayı kaldırdı:`,
  stillYours: '-# Hâlâ senin; yalnızca grup artık görmüyor. Değiştirirsen yeniden paylaşabilirsin.',
  changeFirst: (reason) =>
    `Bunu burada bir düzenleyici kaldırdı: ${reason}\n-# Önce değiştir, sonra yeniden paylaşabilirsin.`,
};
