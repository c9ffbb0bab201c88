import type { UndoableAct } from '../../study/progress/progress.ts';
import type { Words } from '../words.ts';

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
  reopen: 'Bitmedi say',
  unskip: 'Atlamaktan vazgeç',
  notNow: 'Ertele…',
  undo: 'Geri al',
  undoMore: 'Bir adım daha geri al',
  openTopic: 'Konuyu gör',
  join: 'Katıl',
  cancel: 'Vazgeç',
  back: 'Geri',
  next: (title) => `Sırada: ${title}`,
  more: 'Diğer…',
  jot: 'Not al…',
};

export const topic: Words['topic'] = {
  since: (state, when) =>
    ({
      todo: `Yapılacak · ${when}`,
      doing: `Başladın · ${when}`,
      done: `Bitti · ${when}`,
      skipped: `Atlandı · ${when}`,
    })[state],
  fresh: 'Yapılacak',
  part: (done, total) => `${done}/${total} konu bitti`,
  snoozed: (when) => `-# Ertelendi · dönüş: ${when}`,
  planned: (time) => `Yaklaşık ${time} sürer`,
  plannedAnd: (planned, studied) => `${studied}, yaklaşık ${planned} sürer`,
  reading: (links) => `Oku: ${links}`,
  first: (titles) => `Önce: ${titles}`,
  neighbours: (titles) => `Yakın konular: ${titles}`,
  onIt: (people) => `Çalışanlar: ${people}`,
  doneBy: (people) => `Bitirenler: ${people}`,
  alsoDoneBy: (people) => `Başka bitirenler: ${people}`,
  moreOf: (people, more) => `${people} ve ${more} kişi daha`,
  followsTrack: 'Bu aşama, bölümündeki bütün konular bitince tamamlanır.',
  became: {
    start: (title) => `**${title}** konusuna başladın.`,
    done: (title) => `**${title}** bitti.`,
    skip: (title) => `**${title}** atlandı. Artık önerilmez.`,
    pause: (title) => `**${title}** konusuna ara verdin. Çalıştığın süre kayıtlı; sonra yine öneririm.`,
    reset: (title) => `**${title}** yeniden yapılacaklar arasında.`,
    snooze: (title) => `**${title}** ertelendi.`,
  },
  already: {
    todo: (title) => `**${title}** zaten yapılacaklar arasında.`,
    doing: (title) => `**${title}** zaten sürüyor.`,
    done: (title) => `**${title}** zaten bitti.`,
    skipped: (title) => `**${title}** zaten atlandı.`,
  },
  wholeDone: (title) => `**${title}** bölümünü de bitirdin!`,
  doneIn: (done, total, section) => `${section}: ${done}/${total}`,
  othersDid: (n) => `Senden başka ${n} kişi bitirdi`,
  halfMinute: '**Yarım dakikan var mı?** İleride işine yarayacak bir not bırak.',
  upNext: 'Sırada:',
  notJoined: '-# Grupla çalışmak için katıl.',
};

export const confirm: Words['confirm'] = {
  question: {
    start: (title, n) => `**${title}** altında başlanacak ${n} konu var. Hangisiyle başlarsın?`,
    done: (title, n) => `**${title}** altında ${n} konu bitti mi?`,
    skip: (title, n) => `**${title}** altında ${n} konu atlansın mı?`,
    pause: (title, n) => `**${title}** altında ${n} konuya ara verilsin mi?`,
    reset: (title, n) => `**${title}** altında ${n} konu bitmedi sayılsın mı?`,
  },
  yes: {
    start: () => 'İlkiyle başla',
    done: (n) => (n === 1 ? 'Bitti' : `${n} konu da bitti`),
    skip: (n) => (n === 1 ? 'Atla' : `${n} konuyu atla`),
    pause: (n) => (n === 1 ? 'Ara ver' : `${n} konuya ara ver`),
    reset: (n) => (n === 1 ? 'Bitmedi' : `${n} konu bitmedi`),
  },
  chooseOne: 'Ya da birini seç',
  first: (title) => `-# İlki: ${title}`,
};

export const later: Words['later'] = {
  title: 'Ertele',
  which: 'Hangileri?',
  when: () => 'Ne zaman yeniden önereyim?',
  days: (n) =>
    ({ 1: 'Yarın', 3: '3 gün sonra', 7: 'Bir hafta sonra', 14: '2 hafta sonra', 30: 'Bir ay sonra' })[n] ??
    `${n} gün sonra`,
  orDate: 'Ya da şu tarihte',
  dateHint: (example) => `Örneğin ${example} ya da cuma. Yazarsan bu geçerli olur`,
  typedMonth: '2-digit',
  badDate: (typed, example) => `“${typed}” ileri bir tarih değil. Şöyle yaz: ${example}`,
};

export const undo: Words['undo'] = {
  nothing: 'Geri alınacak bir şey yok.',
  took: (what, deed, _n, when) => `Geri alındı: ${what} (${earlier[deed]}) · ${when}`,
  tookSwap: (when) => `Geri alındı: önceki önerilerin yeniden burada · ${when}`,
  isBack: {
    todo: (title) => `**${title}** yeniden yapılacaklar arasında.`,
    doing: (title) => `**${title}** yine sürüyor.`,
    done: (title) => `**${title}** yine bitti sayılıyor.`,
    skipped: (title) => `**${title}** yine atlandı.`,
  },
  alsoIn: (roadmaps) => `-# Şurada da geçerli: ${roadmaps}`,
  stays: {
    proof: (what, when) =>
      `Yazdıklarını geri alamam. Konusundan düzenleyebilir ya da silebilirsin.\n-# ${what} · ${when}`,
    clear: (what, when) =>
      `*Anladım* demeni geri almak için anlatımın altındaki düğmeye yeniden bas.\n-# ${what} · ${when}`,
    question: (what, when) => `Soruyu geri alamam: okunmuş olabilir.\n-# ${what} · ${when}`,
    reading: (what, when) => `Tez yorumunu geri alamam ama yenisi onun yerine geçer.\n-# ${what} · ${when}`,
    share: (what, when) =>
      `Paylaşmayı geri alamam: başkaları gördü. Kaldırmak için çalışmayı sil.\n-# ${what} · ${when}`,
    removal: (what, when) => `Silmeyi geri alamam.\n-# ${what} · ${when}`,
    join: (_what, when) => `Katılmayı geri alamam. Ayrılmak için: \`/roadmap leave\`\n-# Katıldın · ${when}`,
    leave: (_what, when) =>
      `Ayrılmayı geri alamam. İlerlemen sende; yeniden katılırsan geri gelir.\n-# Ayrıldın · ${when}`,
    follow: (what, when) =>
      `Harita eklemeyi geri alamam. Çıkarmak için: \`/roadmap list\`\n-# ${what} · ${when}`,
    roadmaps: (_what, when) =>
      `Yol haritası seçimini geri alamam. Değiştirmek için: \`/roadmap list\`\n-# Değiştirdin · ${when}`,
    settings: (_what, when) =>
      `Ayarları geri alamam. Değiştirmek için: \`/settings\`\n-# Değiştirdin · ${when}`,
    pause: (_what, when) =>
      `Tatil planını geri alamam. Değiştirmek için: \`/settings\`\n-# Değiştirdin · ${when}`,
    goal: (_what, when) => `Hedefi geri alamam. Değiştirmek için: \`/progress\`\n-# Değiştirdin · ${when}`,
    board: (_what, when) =>
      `Sıralama seçimini geri alamam. Değiştirmek için: \`/group board\`\n-# Değiştirdin · ${when}`,
    buddies: (_what, when) =>
      `Yol arkadaşı seçimini geri alamam. Değiştirmek için: \`/group buddies\`\n-# Değiştirdin · ${when}`,
    memo: (_what, when) => `Hatırlatmayı geri alamam. Silmek için: \`/remind list\`\n-# Kaydettin · ${when}`,
    skills: (_what, when) =>
      `Konunun nerede sayılacağı seçimini geri alamam. Değiştirmek için: konunun *Diğer…* listesinde *Nerede sayılıyor*.\n-# Değiştirdin · ${when}`,
  },
  toSettings: 'Ayarları aç',
  another: 'Hiçbir şey geri alınmadı: zaten geri alınmış ya da arada başka bir şey yapmışsın.',
  before: (what, deed, _n, when, isLast) =>
    `${isLast ? 'Son olarak' : 'Ondan önce'} ${didTo[deed](what)} · ${when}`,
  old: (what, deed, _n, when) => `**Bu geri alınsın mı?**\n${what} (${earlier[deed]}) · ${when}`,
  takeThat: 'Bunu geri al',
  redo: 'Yinele',
  redone: (what, deed, _n, when) => `Yinelendi: ${what} (${earlier[deed]}) · ${when}`,
  notRedone: 'Hiçbir şey yinelenmedi: zaten yinelenmiş ya da arada başka bir şey yapmışsın.',
};

/** What the member did, as the end of a sentence: the inserted name takes no ending. */
const didTo: Readonly<Record<UndoableAct, (what: string) => string>> = {
  start: (what) => `${what} için “başla” demiştin`,
  done: (what) => `${what} için “bitti” demiştin`,
  skip: (what) => `${what} için “atla” demiştin`,
  pause: (what) => `${what} için “ara ver” demiştin`,
  reset: (what) => `${what} için “bitmedi” demiştin`,
  snooze: (what) => `${what} için “ertele” demiştin`,
  review: (what) => `${what} için tekrar yapmıştın`,
  later: (what) => `${what} için tekrarı ertelemiştin`,
  swap: (what) => `${what} yerine başka öneri istemiştin`,
  log: (what) => `${what} için süre eklemiştin`,
  ticks: (what) => `${what} için listendeki işareti almıştın`,
};

const earlier: Readonly<Record<UndoableAct, string>> = {
  start: 'başlamıştın',
  done: 'bitti demiştin',
  skip: 'atlamıştın',
  pause: 'ara vermiştin',
  reset: 'bitmedi demiştin',
  snooze: 'ertelemiştin',
  review: 'tekrar etmiştin',
  later: 'tekrarını ertelemiştin',
  ticks: 'listende işaretliydi',
  swap: 'başka öneri istemiştin',
  log: 'süre eklemiştin',
};
