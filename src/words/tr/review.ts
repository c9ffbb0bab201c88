import type { Words } from '../words.ts';
import { inDays } from './grammar.ts';

export const review: Words['review'] = {
  begin: 'Tekrar et',
  heading: (n) => `## Tekrar · ${n} konu`,
  aheadHeading: (n) => `## Erken tekrar · ${n} konu`,
  cues: '**Bakmadan önce hatırla.** Şunlar için ne yazmıştın?',
  gap: '**Grubundan biri sormuş:**',
  explain: '**Üç cümleyle anlat**; konuyu hiç duymamış bir arkadaşına anlatır gibi.',
  last: (percent, when) => `-# Son tekrar ${when} · hâlâ hatırlama ihtimalin ${percent}`,
  first: (when) => `-# Bitirdiğin zaman: ${when} · bu, ilk tekrarı`,
  show: 'Notlarımı göster',
  answered: 'Cevabım hazır',
  notToday: 'Bugün değil',
  all: 'Tamamı',
  notes: {
    cheatcode: '**Kopya kâğıdın**',
    feynman: '**Anlatımın**',
    project: '**Projen**',
    tez: '**Tezin**',
  },
  noNotes: 'Bu konuda henüz bir şey yazmamışsın; hakemi sensin. Anlatmakta zorlandıysan bir kez daha göz at.',
  howWell: '**Ne kadar hatırladın?**',
  grade: (grade, days) =>
    `${{ again: 'Hatırlamadım', hard: 'Zor', good: 'İyi', easy: 'Kolay' }[grade]} · ${inDays(days)}`,
  comesBack: (title, when) => `Tamam: **${title}** ${when} tarihinde yeniden gelir.`,
  waits: (title) => `**${title}** yarını bekliyor.`,
  tookBack: (title) => `Geri alındı: **${title}** eskisi gibi.`,
  cannotTakeBack: 'Bu artık geri alınamaz: ya zaten geri alındı ya da sonra yeniden cevapladın.',
  answeredBefore: 'Bu tekrarı zaten cevapladın; düğme eskisinden kalmış.',
  noLongerDone: 'Bu konu artık bitirdiklerin arasında değil; tekrar edecek bir şey yok.',
  nothingDue: (when, ago) =>
    `Bekleyen tekrar yok: öğrendiklerin yerli yerinde. Sıradaki konu ${when} tarihinde gelecek (${ago}).`,
  nothingYet:
    'Henüz tekrar edecek bir şey yok. Bitirdiğin konu ertesi gün buraya gelir, sonra da gitgide seyrekleşir; böylece aklında kalır.',
  remindMe: 'Bana hatırlat…',
  fading: (percent) => `Unutuluyor: hâlâ hatırlama ihtimalin yaklaşık ${percent}.`,
  fadingTopics: (n, titles) => `**Unutulmaya başlayan** ${n} konu: ${titles}`,
  groupFading: (n, command) =>
    `Öğrendiğiniz ${n} konu akıllardan silinmeye başladı: ${command} seninkileri geri getirir.`,
  ahead: (n) => `**Yeni konu kalmadı**\n${n} konuyu zamanından önce tekrar edebilirsin.`,
  today: (due, enough) =>
    due > enough
      ? `**Önce tekrar**\n${due} konu bekliyor; bir güne ${enough} tanesi yeter.`
      : `**Önce tekrar**\nÖğrendiğin ${due === 1 ? 'bir' : due} konu seni bekliyor.`,
};

export const reminder: Words['reminder'] = {
  waiting: 'Bugünkü konuların seni bekliyor.',
  due: (n) =>
    n === 1
      ? 'Öğrendiğin bir konu tekrar edilmeyi bekliyor. İki dakika yeter, aklında kalır.'
      : `Öğrendiğin ${n} konu tekrar edilmeyi bekliyor. Birkaç dakika yeter, aklında kalırlar.`,
  heading: '## Her gün hatırlatayım mı?',
  explained:
    'Yalnızca istersen: günde bir kez, seçtiğin saatte, o gün neye çalışacağını ve bekleyen tekrarlarını yazarım. O gün çalıştıysan yazmam. Tek dokunuşla ara verebilir ya da durdurabilirsin.',
  isOn: {
    dm: (hour) => `O saate dek çalışmadıysan, saat **${hour}** gibi sana **özel mesaj** atıyorum.`,
    mention: (hour) =>
      `O saate dek çalışmadıysan, saat **${hour}** gibi seni **çalışma kanalında etiketliyorum**.`,
  },
  paused: (day) => `${day} gününün sonuna kadar ara verildi.`,
  inZone: (zone) => `Saat, ${zone} saatiyle.`,
  whereAreYou: 'Neredesin? Seçtiğin saate uyabilmem için saat dilimini bilmem gerek.',
  joinFirst: 'Gruba katılırsan seni kanalında da etiketleyebilirim.',
  byDm: 'Özel mesajla',
  byMention: 'Kanalda etiketleyerek',
  chooseHour: 'Saat kaçta?',
  at: (hour) => `Saat ${hour}`,
  usual: 'Sabah, gün yoğunlaşmadan',
  pause: 'Bir hafta ara ver',
  resume: 'Yarından itibaren sürsün',
  stop: 'Durdur',
  ended: 'Durduruldu: artık hatırlatmıyorum. Günün `/today` içinde seni bekler.',
  notOn: 'Zaten hatırlatma almıyorsun; durduracak bir şey yok.',
  open: 'Yeniden hatırlat…',
  saved: 'Kaydedildi, şimdiden geçerli.',
  stopped: {
    refused:
      'Sana yazamadım: özel mesajların bana kapalı. Bu yüzden hatırlatmayı bıraktım; açarsan yeniden başlatabilirsin.',
    channel: 'Seni çalışma kanalında artık etiketleyemedim; bu yüzden hatırlatmayı bıraktım.',
    left: 'Seni kanalında etiketlediğim grupla artık çalışmıyorsun; bu yüzden hatırlatmayı bıraktım.',
  },
};
