import { attach } from './proofs.ts';
import type { Words } from '../words.ts';

export const help: Words['help'] = {
  hello:
    '## Roadmate\nYol haritası, öğrenilecek konuların listesidir. Ben yerini tutar, sırada neye neden çalışacağını söyler, günlerini sayarım. Her seferinde on dakika yeter.',
  title: '## Burada neler yapabilirsin',
  build: (to) =>
    `**Yap ve bul**\n${to('showcase list')} birlikte yapılacak, birbirinize göstereceğiniz uygulamalar\n${to('search')} hepinizin yazdıklarında ara\n${to('notebook export')} yazdıklarını Anki kartlarıyla birlikte yanına al`,
  study: (to) =>
    `**Çalış**\n${to('today')} şimdi neye çalışmalı ve neden\n${to('start')} ${to('done')} ${to('skip')} bir konunun nasıl gittiğini söyle; ${to('undo')} geri alır\n${to('review')} öğrendiğini unutmadan tazele\n${to('topic')} bir konu hakkında her şey`,
  prove: (to) =>
    `**Bildiğini kanıtla**\n${to('cheatcode write')} ${to('feynman write')} ${to('project write')} ${to('tez write')} bir konuyu istediği yöntemle kanıtla\nKendi mesajın da olur: mesajın menüsünde *Uygulamalar*, *${attach.command}*`,
  look: (to) =>
    `**Nerede olduğunu gör**\n${to('progress')} yüzdelerin, serin ve haftan\n${to('roadmap view')} yol haritasının tamamı\n${to('career')} ${to('toolset')} yol nereye, hangi araçlarla`,
  yours: (to) => `**Kendine göre ayarla**\n${help.settings(to)}`,
  settings: (to) => `${to('settings')} dil, saat dilimi, grupların gördükleri, verilerin`,
  group: (to) => `${to('roadmap join')} ${to('roadmap leave')} bu grupla çalış ya da ayrıl`,
  organise: (to) =>
    `**Bütün sunucu için**\n${to('setup')} yol haritası, kanal, günler ve saat\n${to('schedule preview')} ne zaman ne gelecek; ${to('schedule pause')} ara vermek için`,
  setUp: 'Bu sunucuda kur',
  joinFirst: '**Buradan başla:** gruba katıl, sonra ilk neye çalışacağına bak.',
  beginFirst: '**Buradan başla:** ilk neye çalışacağına bak.',
  setUpFirst: (to) =>
    `**Senin için sıradaki:** ${to('setup')}. Bir kanal ve saat seç; ilk konular kendiliğinden gelsin.`,
};
