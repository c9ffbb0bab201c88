import type { State } from '../../study/progress/progress.ts';
import type { Words } from '../words.ts';
import { earlier } from './grammar.ts';

export const states: Words['state'] = {
  todo: 'yapılacak',
  doing: 'sürüyor',
  done: 'bitti',
  skipped: 'atlandı',
};

export const act: Words['act'] = {
  start: 'Başla',
  done: 'Bitti',
  skip: 'Atla',
  pause: 'Ara ver',
  reopen: 'Henüz bitmemiş',
  unskip: 'Geri getir',
  notNow: 'Şimdi değil…',
  undo: 'Geri al',
  undoMore: 'Bir adım daha geri al',
  openTopic: 'Konuyu aç',
  join: 'Gruba katıl',
  cancel: 'Vazgeç',
  back: 'Geri',
  next: (title) => `Sırada: ${title}`,
};

export const topic: Words['topic'] = {
  since: (state: State, when) =>
    ({
      todo: `${when} tarihinden beri bekliyor`,
      doing: `${when} tarihinden beri sürüyor`,
      done: `${when} tarihinde bitti`,
      skipped: `${when} tarihinde atlandı`,
    })[state],
  part: (done, total) => `${total} konudan ${done} tanesi bitti`,
  snoozed: (when) => `-# ${when} tarihine kadar önerilmeyecek`,
  minutes: (minutes) =>
    minutes >= 120 ? `yaklaşık ${Math.round(minutes / 60)} saat` : `yaklaşık ${minutes} dakika`,
  reading: (links) => `Oku: ${links}`,
  first: (titles) => `Önce bunlar: ${titles}`,
  neighbours: (titles) => `Komşu konular: ${titles}`,
  onIt: (people) => `Çalışanlar: ${people}`,
  haveDoneIt: (people) => `Bitirenler: ${people}`,
  moreOf: (people, more) => `${people} ve ${more} kişi daha`,
  followsTrack: 'Bu aşama bölümüne bağlı: bölümün tamamı bitince buna ulaşmış olursun.',
  became: {
    start: 'Başladın. Bugün on dakika bile iyi bir başlangıç.',
    done: 'Bitti! Listeden bir konu daha eksildi.',
    skip: 'Atlandı: artık sayılmaz ve önerilmez.',
    pause: 'Ara verdin: yeniden yapılacaklar arasında.',
    reset: 'Yeniden yapılacaklar arasında.',
    snooze: 'Ertelendi: zamanı gelince kendiliğinden döner.',
  },
  already: (state) =>
    ({
      todo: 'Değişecek bir şey yok: zaten yapılacaklar arasında.',
      doing: 'Değişecek bir şey yok: zaten sürüyor.',
      done: 'Değişecek bir şey yok: zaten bitmiş.',
      skipped: 'Değişecek bir şey yok: zaten atlanmış.',
    })[state],
  wholeDone: (title) => `Bu sonuncuydu: **${title}** tamamlandı.`,
  notJoined: '-# Burada kendi başına çalışıyorsun. Katılırsan grup da ne çalıştığını görür.',
};

export const confirm: Words['confirm'] = {
  question: {
    start: (title, n) => `**${title}** altında başlanacak ${n} konu var. Hangisiyle başlarsın?`,
    done: (title, n) => `**${title}** altında ${n} açık konu var. Hepsi bitti mi?`,
    skip: (title, n) => `**${title}** altında ${n} açık konu var. Hepsini atlayalım mı?`,
    pause: (title, n) => `**${title}** altında ${n} konu sürüyor. Hepsine ara verelim mi?`,
    reset: (title, n) => `**${title}** altındaki ${n} konu başa alınsın mı?`,
  },
  yes: {
    start: () => 'İlkiyle',
    done: (n) => (n === 1 ? 'Evet, bitti' : `Evet, ${n} konu da bitti`),
    skip: (n) => (n === 1 ? 'Atla' : `${n} konunun hepsini atla`),
    pause: (n) => (n === 1 ? 'Ara ver' : `${n} konuya da ara ver`),
    reset: (n) => (n === 1 ? 'Başa al' : `${n} konuyu da başa al`),
  },
  chooseOne: 'Ya da içinden birini seç',
  first: (title) => `-# İlki: ${title}.`,
};

export const later: Words['later'] = {
  title: 'Şimdi değil',
  which: 'Hangileri?',
  when: 'Ne zaman yeniden önerilsin?',
  days: (n) =>
    ({ 1: 'Yarın', 3: 'Üç gün sonra', 7: 'Bir hafta sonra', 14: 'İki hafta sonra', 30: 'Bir ay sonra' })[n] ??
    `${n} gün sonra`,
  orDate: 'Ya da kendi seçtiğin bir gün',
  dateHint: 'Örneğin 24.12.2026',
  badDate: (typed, example) => `“${typed}” ileri bir tarih değil. Yıl-ay-gün olarak yaz; örneğin ${example}.`,
};

export const undo: Words['undo'] = {
  nothing: 'Henüz geri alınacak bir şey yok.',
  took: (what, deed, when) => `Geri alındı: ${what} (${when} ${earlier[deed]}).`,
  stays: {
    proof: (what, when) =>
      `En son ${what} hakkında yazmıştın (${when}). Yazdıklarına dokunulmadı: konusundan değiştirebilir ya da silebilirsin.`,
    clear: (what, when) =>
      `En son bir ${what} anlatımına anlaşılır demiştin (${when}). Geri almak için altındaki *Anlaşılır* düğmesine bir daha bas.`,
    question: (what, when) =>
      `En son bir ${what} anlatımına soru sormuştun (${when}). Bu geri alınamaz: yazan onu okumuş olabilir.`,
    reading: (what, when) =>
      `En son ${what} için görüşünü bildirmiştin (${when}). Bu geri alınamaz, ama yeni bir görüş onun yerine geçer.`,
    share: (what, when) =>
      `En son ${what} çalışmanı gruba göstermiştin (${when}). Başkaları gördü; yalnızca çalışmayı silersen kalkar.`,
    removal: (what, when) => `En son ${what} çalışmanı silmiştin (${when}). Bu geri getirilemez.`,
  },
  joined: (when) => `En son gruba katılmıştın (${when}). Buna dokunulmadı: ayrılmak için \`/roadmap leave\`.`,
  another: 'Hiçbir şey geri alınmadı: bu zaten geri alınmış ya da ondan sonra başka bir şey yapmışsın.',
  before: (what, deed, when, isLast) =>
    `${isLast ? 'Son yaptığın' : 'Ondan önce'}: ${what} (${when} ${earlier[deed]}).`,
  takeThat: 'Onu geri al',
};
