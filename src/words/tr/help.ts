import { attach } from './proofs.ts';
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  hello:
    '## Roadmate\nYol haritası, öğrenilecek konuların listesidir. Kaldığın yeri unutmam, sıradaki konuyu öneririm, çalıştığın günleri sayarım.',
  title: '## Bunlarla başla',
  three:
    '`/today` bugün ne çalışacağını gör\n`/done` biten konuyu işaretle\n`/progress` ne kadar ilerlediğini gör',
  more: 'Diğer komutlar',
  partName: {
    study: 'Çalış',
    prove: 'Bildiğini kanıtla',
    look: 'Nerede olduğunu gör',
    build: 'Projeler ve arama',
    yours: 'Ayarlar ve grup',
    organise: 'Grubu yönet',
  },
  part: {
    study:
      '`/topic` bir konu hakkında her şey\n`/start` `/skip` bir konuya başla ya da onu atla\n`/undo` son yaptığını geri al\n`/review` konuları unutmadan tekrar et\n`/focus start` çalışma sayacını başlat\n`/remind me` hatırlatma kur',
    prove: `\`/cheatcode write\` gerektiğinde bakacağın kısa notu yaz\n\`/feynman write\` sade sözlerle anlat\n\`/project write\` yaptığın projeyi göster\n\`/tez write\` tezini yaz\nKendi mesajını da ekleyebilirsin: mesaja sağ tıkla ya da basılı tut, *Uygulamalar* › *${attach.command}*`,
    look: '`/roadmap map` harita olarak yol haritası\n`/roadmap view` liste olarak yol haritası\n`/career` `/toolset` yol nereye çıkıyor, hangi dillerle',
    build:
      '`/showcase list` tek başına ya da takımca yapılacak uygulamalar\n`/showcase gallery` grubunun yaptıkları\n`/search` grubunun yazdıklarında ara\n`/notebook export` bütün yazdıkların, Anki kartlarıyla',
    yours: '`/settings` dil, saat dilimi, grupların gördükleri, verilerin',
    group:
      '`/roadmap join` `/roadmap leave` bu grupla çalış ya da ayrıl\n`/group buddies` her hafta yeni bir yol arkadaşı\n`/group plan` birlikte çalışmak için saat belirle\n`/group board` sıralamalar (isteğe bağlı)',
    organise:
      '`/setup` yol haritası, kanal, günler ve saat\n`/schedule preview` sıradaki paylaşımlar ne zaman\n`/schedule pause` paylaşımlara ara ver',
  },
  setUp: 'Bu sunucuda kur',
  joinFirst: '**Buradan başla:** gruba katıl.',
  setUpFirst: '**Sırada:** `/setup`. Bir kanal ve saat seç; konular kendiliğinden gelsin.',
};
