import type { Words } from '../words.ts';

export const moderation: Words['moderation'] = {
  report: 'Bildir',
  reporting: {
    title: 'Düzenleyicilere bildir',
    label: 'Sorun ne?',
    hint: 'Yalnızca bu sunucunun düzenleyicileri görür.',
  },
  takingDown: {
    title: 'Kaldır',
    label: 'Neden?',
    hint: 'Bunu yapan kişi okuyacak.',
  },
  reported: 'Teşekkürler. Bunu yalnızca düzenleyiciler görür.',
  own: 'Bu senin: istersen kendin kaldırabilirsin.',
  before: 'Bunu zaten bildirmiştin. Düzenleyiciler görüyor.',
  done: 'Kaldırıldı. Yapana nedeni söylenecek; çalışma onda duruyor.',
  heading: '## Bildirilenler',
  none: 'Bekleyen bir şey yok.',
  line: (title, reporter) => `**${title}** · bildiren: ${reporter}`,
  look: 'Bak',
  takeDown: 'Kaldır',
  dismiss: 'Kalsın',
  stands: 'Olduğu gibi kalıyor.',
  waiting: (n) => (n === 1 ? 'Burada bir şey bildirildi.' : `Burada ${n} bildirim bekliyor.`),
  see: 'Göster',
  takenDown: (title) => `**${title}** için burada duran paylaşımı bir düzenleyici kaldırdı.`,
  told: (title) => `Bir düzenleyici **${title}** için paylaştığını kaldırdı:`,
  stillYours: '-# Hâlâ senin; yalnızca grup artık görmüyor. Değiştirirsen yeniden paylaşabilirsin.',
  changeFirst: (reason) =>
    `Bunu burada bir düzenleyici kaldırdı: ${reason}\n-# Önce değiştir, sonra yeniden paylaşabilirsin.`,
};
