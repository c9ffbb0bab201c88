import type { Words } from '../words.ts';

export const focus: Words['focus'] = {
  duration: (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    if (hours === 0) return `${rest} dk`;
    return rest === 0 ? `${hours} sa` : `${hours} sa ${rest} dk`;
  },
  about: (length) => `yaklaşık ${length}`,
  heading: '## Odak',
  focus: 'Odaklan',
  on: (title) => `Odaklan: ${title}`,
  ends: (at, when) => `Bitiş · ${at} · ${when}`,
  seen: '-# Grubundakiler çalıştığını görüyor. `/settings` ile gizleyebilirsin.',
  already: '**Zaten çalışıyorsun.**',
  alreadyOn: '**Zaten çalışıyorsun**; bu oturum sürüyor. Konu değişsin mi?',
  switchTo: (title) => `Değiştir: ${title}`,
  finish: 'Bitir',
  more: (length) => `${length} ekle`,
  another: (length) => `${length} daha`,
  whatWasIt: 'Hangi konuya çalıştın?',
  studied: (length, title) =>
    title === null ? `**${length}** çalıştın.` : `**${title}** konusunda **${length}** çalıştın.`,
  tooShort: '**Bir dakikadan kısa** sürdü, süre sayılmadı.',
  startedAnyway: (title) => `**${title}** konusuna başlamış oldun.`,
  notStarted: 'Başlamamış say',
  ended: (when) => `-# Bitiş · ${when}`,
  today: (length) => `Bugün **${length}**`,
  gone: 'Bu oturum artık yok.',
  topicDone: 'Konu bitti',
  spent: (length) => `${length} çalıştın`,
  thisWeek: (length) => `**Odak** bu hafta ${length}`,
  studyingNow: (people) => `◔ Grupta şu an çalışanlar: ${people}`,
  until: (person, when) => `${person} (bitiş ${when})`,
  groupWeek: (length, people) => `**Odak** ${length} · ${people} kişi`,
};

export const rooms: Words['rooms'] = {
  heading: '## Çalışma odaları',
  how: 'Bu ses kanallarında geçen süre çalışma sayılır.\n-# Yalnızca izin verenlerin süresi sayılır. Sen oda seçince üyelerin `/settings` ekranında *Çalışma odalarındaki süremi say* seçeneği çıkar.',
  choose: 'Ses kanallarını seç',
  saved: 'Kaydedildi. Şu an içeride olanların süresi, kanaldaki ilk hareketlerinden sonra sayılır.',
  away: (channel) => `⚠ Bu kanal uzakta olanlar için, orada süre sayılmaz: ${channel}`,
  open: 'Çalışma odaları…',
  setting: '**Çalışma odalarındaki süremi say**',
  here: (channels) => `-# Burada: ${channels}`,
  none: '-# Bu sunucuda henüz çalışma odası yok.',
  inShort:
    'İçeride başka biri varken ya da `/focus` açıkken sayılır; uzaktayken ve kulaklığın kapalıyken sayılmaz. 4 saat hiç hareketin olmazsa durur.',
  howCounted: 'Ne sayılıyor?',
  hideRules: 'Kuralları gizle',
  rules:
    '**Sayılır**\n- odada başka biri varken\n- `/focus` açıkken\n**Sayılmaz**\n- uzaktayken\n- kulaklık 5 dakikadan uzun kapalıyken\n- sahneyi yalnızca dinlerken\n- 5 dakikadan kısa kalınca\n**Durur**\n- 4 saat hiç hareket olmazsa\n- günde 10 saatten sonra\n-# Hareket: mikrofonu, kulaklığı ya da kamerayı açıp kapatmak, düğmelerimden birine basmak. Aynı süre iki kez sayılmaz.',
};

export const focusEnd: Words['focusEnd'] = {
  setting: '**Odak bitince**\nMesaj gönder',
  pingMe: 'Bitince haber ver',
  pingMeNot: 'Bildirimi kapat',
  over: (length, title) =>
    title === null ? `⏰ Süre doldu: **${length}**` : `⏰ Süre doldu: **${length}** · **${title}**`,
};

export const together: Words['together'] = {
  heading: '## Birlikte çalışma',
  work: (round, rounds) => `**Çalışma** · tur ${round}/${rounds}`,
  pause: '**Mola**',
  until: (at, when) => `Bitiş · ${at} · ${when}`,
  plan: (work, pause, rounds) =>
    rounds === 1 ? `-# ${work} çalışma` : `-# ${rounds} tur: ${work} çalışma, ${pause} mola`,
  end: (at) => `-# Son turun bitişi · ${at}`,
  ownEnd: (at, when) => `Son turun bitişi · ${at} · ${when}`,
  people: (n) => `**${n} kişi**`,
  nobody: 'Henüz kimse yok.',
  join: 'Katıl',
  joined: '**Katıldın.**',
  leave: 'Ayrıl',
  left: (length) => `Ayrıldın. **${length}** çalıştın.`,
  callMe: 'Molada haber ver',
  callMeNot: 'Bildirimi kapat',
  called: '-# Mola başlarken ve biterken seni etiketlerim.',
  whatOn: 'Ne çalışıyorsun?',
  whatElse: 'Konuyu değiştir',
  hidden: '-# Adını ve süreni diğerleri görür. Konuyu ayarların gizliyor.',
  shown: '-# Adını, konunu ve süreni diğerleri görür.',
  noTime: '-# Adını diğerleri görür. Süreyi ayarların gizliyor.',
  calls: {
    work: (round, rounds) => `**Çalışmaya dönüş** · tur ${round}/${rounds}`,
    break: () => '**Mola zamanı**',
    over: () => '**Bitti, elinize sağlık!**',
  },
  overHeading: '## Birlikte çalıştınız',
  overNobody: 'Bu kez bir dakika çalışan olmadı.',
  over: 'Bu oturum bitti. Yenisi için: `/focus together`',
  runsHere: (end) => `Burada zaten bir oturum var. Bitiş: ${end}. Katılmak ister misin?`,
  joinedBy: (people) => `Katılanlar: ${people}`,
  onlyServers: 'Bu, bir sunucunun kanalında olur. Tek başına çalışmak için: `/focus start`',
  tooLong: (most) => `En çok ${most} olabilir. Tur sayısını azalt.`,
  cannotHere: 'Bu kanala yazamıyorsun. Yazabildiğin bir kanalda dene.',
  cannotPost: 'Bu kanala yazamıyorum. Bir düzenleyici kanalı görmeme ve mesaj göndermeme izin verebilir.',
  cannotNow: 'Discord şu an yanıt vermiyor. Verince paylaşacağım.',
};

export const focusLog: Words['focusLog'] = {
  added: (length, title) => `Eklendi: **${title}** konusunda **${length}**.`,
  later: (day) => `-# ${day} · sonradan eklendi: sana sayılır, sıralamalara girmez`,
  noStreak: '-# İki günden eski olduğu için seri günlerin değişmez.',
  tooEarly: (length) => `Günün daha yeni başladı, ${length} henüz sığmıyor. Dün mü çalıştın?`,
  yesterday: 'Düne ekle',
  examples: 'Şöyle yazabilirsin: `dün`, `dün 18:30`, `pazartesi`, `2 saat önce`.',
  typed: (command) => `-# Yazdığın: \`${command}\``,
  problem: {
    unclear: (said) => `“${said}” ne zaman, anlayamadım.`,
    'no-such-day': (said) => `Takvimde “${said}” diye bir gün yok.`,
    ahead: () => 'Bu zaman daha bitmedi. Şimdi çalışmak için: `/focus start`',
    'too-old': () => 'Yalnızca son 14 günü ekleyebilirim.',
    overlap: () => 'O sırada zaten çalışıyordun ve süre bir kez sayılır. Başka bir saat dene.',
    full: () => 'Bir günde 16 saatten fazla oluyor. Daha kısa bir süre dene.',
    'no-room': () => 'O gün bu kadar boş zaman yok. Daha kısa bir süre dene.',
  },
};
