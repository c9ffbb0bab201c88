import type { Words } from '../words.ts';
import { inDays } from './grammar.ts';

export const review: Words['review'] = {
  begin: 'Tekrar et',
  at: (at, of) => `Tekrar · ${at}/${of}`,
  ahead: (n) => `**Yeni konu kalmadı**\n${n} konuyu erkenden tekrar edebilirsin.`,
  aheadOfTime: '-# Erken tekrar: bugün bekleyen konu yok.',
  cues: 'Bakmadan söyle: şunlar için ne yazmıştın?',
  gap: 'Grubundan biri sordu:',
  explain: 'İçinden ya da sesli, bir arkadaşına anlatır gibi üç cümleyle anlat.',
  memory: { fresh: 'Hâlâ aklında', fading: 'Unutulmaya başladı', faint: 'Neredeyse unutuldu' },
  last: (memory, when) => `-# ${memory} · son tekrar: ${when}`,
  first: (when) => `-# İlk tekrar · bitti: ${when}`,
  show: 'Notlarımı göster',
  answered: 'Anlattım',
  notToday: 'Bugün değil',
  all: 'Tamamını oku',
  notes: {
    cheatcode: '**Kopya kâğıdın**',
    feynman: '**Anlatımın**',
    project: '**Projen**',
    tez: '**Tezin**',
  },
  noNotes: 'Bu konuda notun yok. Ne kadar hatırladığına sen karar ver.',
  howWell: '**Ne kadar hatırladın?**\n-# Düğmedeki süre dolunca yeniden sorarım.',
  grade: { again: 'Unuttum', hard: 'Zor', good: 'İyi', easy: 'Kolay' },
  back: (days) => (days <= 1 ? 'yarın' : `${inDays(days)} sonra`),
  gradeWith: (grade, days) => `${grade} · ${days <= 1 ? 'yarın' : inDays(days)}`,
  comesBack: (title, back) => `-# **${title}** ${back} yeniden gelir.`,
  waits: (title) => `-# **${title}** yarına kaldı.`,
  tookBack: (title) => `-# Geri alındı: **${title}** için yanıtın`,
  cannotTakeBack: 'Bu yanıt artık geri alınamaz.',
  answeredBefore: 'Bunu zaten yanıtladın.',
  noLongerDone: 'Bu konu artık bitmiş sayılmıyor; tekrar edecek bir şey yok.',
  remembered: (n, of) => {
    if (n < of) return `## Hatırladığın: ${n}/${of} konu`;
    return of === 1 ? '## Konuyu hatırladın' : `## ${of} konunun hepsini hatırladın`;
  },
  fiveMore: (n) => `${n} konu daha`,
  next: (back) => `Sıradaki tekrar · ${back}`,
  nothingDue: '**Bugün tekrar yok.**',
  nothingYet:
    'Henüz tekrar edecek bir şey yok. Bitirdiğin konu ertesi gün buraya gelir, sonra giderek daha seyrek gelir.',
  remindMe: 'Günlük hatırlatma kur…',
  fading: (memory) => `${memory}: tekrar zamanı`,
  toReview: (titles, more) => `**Tekrar bekleyenler** ${titles}${more > 0 ? ` ve ${more} konu daha` : ''}`,
  today: (n) => `**Önce tekrar** · ${n} konu`,
  afterwards: (n) => `**Sonra tekrar** · ${n} konu`,
};

export const reminder: Words['reminder'] = {
  waiting: 'Bugünkü konuların seni bekliyor.',
  due: (n) => `${n} konu tekrar bekliyor. Birkaç dakika yeter.`,
  heading: '## Günlük hatırlatma',
  explained:
    'Seçtiğin saatte o günün konularını ve bekleyen tekrarlarını yazarım. O gün çalıştıysan yazmam. Nereye yazayım?',
  isOn: {
    dm: (hour) => `Saat **${hour}** olduğunda henüz çalışmadıysan sana **özel mesaj** atarım.`,
    mention: (hour) =>
      `Saat **${hour}** olduğunda henüz çalışmadıysan seni **çalışma kanalında etiketlerim**.`,
  },
  paused: (day) => `${day} gününün sonuna kadar ara verildi.`,
  inZone: (zone) => `Saat dilimi: ${zone}`,
  whereAreYou: 'Neredesin? Saati tutturmam için saat dilimini bilmem gerek.',
  joinFirst: 'Kanalda etiketlenmek için gruba katıl.',
  byDm: 'Özel mesajla',
  byMention: 'Kanalda etiketle',
  chooseHour: 'Bir saat seç',
  at: (hour) => `Saat ${hour}`,
  usual: 'Sabahları',
  pause: 'Bir hafta ara ver',
  resume: 'Yarın sürdür',
  stop: 'Durdur',
  ended: 'Hatırlatmalar kapandı. Bugünün konuları `/today` komutunda.',
  notOn: 'Hatırlatmalar zaten kapalı.',
  open: 'Yeniden hatırlat…',
  saved: 'Kaydedildi.',
  stopped: {
    refused: 'Özel mesajların bana kapalı, hatırlatmaları kapattım. Açarsan yeniden başlatabilirsin.',
    channel: 'Seni çalışma kanalında artık etiketleyemiyorum, hatırlatmaları kapattım.',
    left: 'Gruptan ayrıldığın için hatırlatmaları kapattım.',
  },
};

export const reviewOthers: Words['reviewOthers'] = {
  others: 'Başkalarının soruları',
  about: 'Diğerleri kopya kâğıtlarıyla tekrar yapmana izin veriyor. Kendi tekrarların değişmez.',
  nothing: 'Bitirdiğin konularda kopya kâğıdını paylaşıp tekrara açan biri henüz yok.',
  heading: (place, all) => `**Başkalarından soru ${place}/${all}**`,
  by: (who) => `Kopya kâğıdının sahibi: ${who}`,
  begin: 'Başla',
  show: 'Kâğıdı göster',
  next: 'Sonraki soru',
  lent: '-# Burada paylaştığın kopya kâğıtlarıyla diğerleri tekrar yapabilir.',
  notLent: '-# Seninkilerle kimse tekrar yapmıyor. Burada paylaştıkların için izin verebilirsin.',
  lend: 'Benimkileri de aç',
  stopLending: 'Benimkileri kapat',
  joinFirst: 'Birbirinin çalışmasıyla tekrar yalnızca bu grubun üyeleri için. Önce katıl.',
};
