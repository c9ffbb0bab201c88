import type { Words } from '../words.ts';

export const board: Words['board'] = {
  heading: {
    week: '## Bu hafta',
    month: '## Bu ay',
  },
  metric: {
    topics: 'Konular',
    minutes: 'Odak süresi',
    proofs: 'Çalışmalar',
    reviews: 'Tekrarlar',
    helping: 'Yardımlar',
  },
  counts: {
    topics: 'İlk kez bitirilen konular. Bir defada 8 ya da daha çok konu işaretlersen onlar sayılmaz.',
    minutes: 'Bu sunucuda `/focus` ile geçen süre. Sonradan eklenen sayılmaz.',
    proofs: 'Sayılan kopya kâğıtları, anlatımlar, projeler ve tezler. İçe aktarılanlar girmez.',
    reviews: 'Yapılan tekrarlar.',
    helping:
      'Başkalarının anladığı anlatımlar ve yanıtlanan sorular: çalışmaların için ya da “Kim yardım edebilir?” ile.',
  },
  score: {
    topics: (n) => `${n} konu`,
    proofs: (n) => `${n} çalışma`,
    reviews: (n) => `${n} tekrar`,
    helping: (n) => `${n} kez`,
  },
  place: (place, people, score) => `**${place}.** ${people} · ${score}`,
  placeShared: (place, people, score) => `**${place}.** ${people} · her biri ${score}`,
  andOthers: (names, n) => `${names} ve ${n} kişi daha`,
  nobody: 'Henüz kimse yok. Yalnızca isteyenler görünür.',
  nothing: 'Henüz bir şey yok. İlk adımı atan öne geçer.',
  wouldLead: (score) => `${score} ile **birinci olurdun**.`,
  own: (place, score) => `**${place}. sıradasın** · ${score}`,
  ownShared: (place, score) => `**${place}. sırayı paylaşıyorsun** · ${score}`,
  ownNothing: 'Senden henüz bir şey yok.',
  onIt: '-# Adını burada herkes görüyor.',
  onItIfAhead: '-# İlk 10’a girersen adını herkes görür.',
  notOnIt: '-# Diğerleri seni burada görmez.',
  hidden: '-# Diğerleri seni burada görmez: ayarların ilerlemeni gizliyor.',
  join: 'Beni de göster',
  leave: 'Beni gösterme',
  week: 'Bu hafta',
  month: 'Bu ay',
  choose: 'Başka bir sıralama…',
  joinFirst: 'Sıralama yalnızca bu grubun üyeleri için. Önce katıl.',
};

export const buddies: Words['buddies'] = {
  heading: '## Yol arkadaşları',
  about: 'Her pazartesi sana, benzer konulara çalışan yeni bir yol arkadaşı bulurum.',
  howToJoin: '**Ne zaman çalışabilirsin?** Katılmak için saatlerini seç.',
  hours: '**Saatler**',
  chooseHours: 'Saatleri seç…',
  slot: {
    workdays: (from, to) => `Hafta içi ${from}–${to}`,
    weekend: (from, to) => `Hafta sonu ${from}–${to}`,
  },
  inZone: (zone) => `Saat dilimi: ${zone}`,
  private: '-# Eşleşince özel bir alt başlıkta buluşursunuz.',
  joined: '**Katıldın.**',
  saved: '**Kaydedildi.**',
  nobodyYet: 'Pazartesi sana bir yol arkadaşı bulurum. Özel bir alt başlıkta buluşursunuz.',
  yourTimes: (times) => `-# Saatlerin: ${times}`,
  thisWeek: (n) => (n === 1 ? '-# Bu haftaki yol arkadaşın' : '-# Bu haftaki yol arkadaşların'),
  studying: (topic) => `Çalıştığı konu: **${topic}**`,
  isStudying: (who, topic) => `${who} · çalıştığı konu: **${topic}**`,
  toThread: 'Alt başlığı aç',
  settings: 'Eşleşme ayarları',
  settingsHeading: '## Eşleşme ayarları',
  firstTime: (at, n) => `${n === 2 ? 'İkinizin de boş olduğu saat' : 'Hepinizin boş olduğu saat'} · ${at}`,
  notWithTold: (n) =>
    n === 0
      ? 'Kiminle eşleşmek istemezsin? Bunu yalnızca sen görürsün.'
      : `${n} kişiyle eşleşmiyorsun · bunu yalnızca sen görürsün`,
  notWith: 'Kişi seç…',
  openly: '**Özel alt başlık açılamazsa**\nAdım kanalda yazılsın',
  whenOpenly: '-# Kapalıysa yol arkadaşını yalnızca burada görürsün.',
  leave: 'Eşleşmeyi bırak',
  left: 'Artık eşleştirilmeyeceksin. Kimseye söylenmez; bu haftanın alt başlığı kalır.',
  joinFirst: 'Yol arkadaşlığı bu grubun üyeleri için. Önce katıl.',
  mine: 'Yol arkadaşım',
  thread: (people, week) => `Yol arkadaşları · ${week} · ${people}`,
  weekHeading: '## Birlikte çalışma haftanız',
  times: (n) => (n === 2 ? 'İkinize de uyan zamanlar:' : 'Hepinize uyan zamanlar:'),
  noTimes: 'Bu hafta ortak saatiniz yok. Burada bir saat bulun.',
  agenda:
    '1. Neye çalıştığınızı ve neyin zor geldiğini yazın.\n2. Bir saat kararlaştırın. Yarım saat yeter.\n3. Herkes diğerine bir şey anlatsın.',
  whoReads: '-# Bunu yalnızca siz ve burada alt başlıkları yönetenler okur. Gelecek pazartesi arşivlerim.',
  inChannel: '-# Burada özel alt başlık açamıyorum; izin verdiğiniz için adınızı kanalda yazıyorum.',
  showed: (who, topic) => `${who} bir çalışma gösterdi. Konu: **${topic}**`,
  askThem: (others) => `${others} · nasıl yaptığını sorun ya da konuyu ona anlatın.`,
  lacksThreads: (permission, channel) =>
    `${channel} kanalında yol arkadaşları için özel alt başlık açamıyorum. Gereken izin: *${permission}*. Sonraki eşler alt başlıkla gelir.`,
};

export const helping: Words['helping'] = {
  who: 'Kim yardım edebilir?',
  ask: (title) => `Yardım iste: ${title}`,
  question: 'Neyi anlamadın?',
  answer: 'Yanıtla…',
  whoReads: 'Adınla birlikte, bu konuyu bilen bir üyeye gönderirim.',
  yourAnswer: 'Yanıtın',
  youAnswered: '**Yanıtın:**',
  decline: 'Bu kez değil',
  wanted: (name, topic) => `**${name}** yardım istiyor. Konu: **${topic}**`,
  whyYou:
    '-# Bu konuyu biliyorsun, o yüzden sana sordum; haftada en çok bir kez. Yanıtlamazsan kimseye söylemem. Kapatmak için: `/settings`',
  given: (name, topic) => `**${name}** yanıtladı. Konu: **${topic}**`,
  answered: (who) => `${who} yanıtladı:`,
  waiting: (when) => `**Yanıt bekleniyor.** Soruyu bir üyeye gönderdim · ${when}`,
  nobodyLeft: 'Bu kez kimse yanıtlayamadı. İstediğin zaman yeniden sorabilirsin.',
  asked: {
    asked: '**Sordum.** Yanıt özel mesajla gelir. Sorduğum kişi yardım edemezse başkasına sorarım.',
    'asked-before': 'Bu konudaki soruyu zaten birine gönderdim. Yanıt özel mesajla gelir.',
    full: '**Göndermedim.** Yanıt bekleyen üç soru var; önce birinin yanıtını bekle.',
  },
  nobodyFor: (topic) => `**${topic} için şu an yardım edebilecek kimse yok.**`,
  askInChannel: (n, channel) =>
    n === 0
      ? `Kanalda sor, belki bilen çıkar: ${channel}`
      : `Bu konuyu ${n} kişi bitirdi; kanalda sor: ${channel}`,
  toChannel: 'Kanala git',
  again: 'Yeniden sor…',
  open: 'Konuyu gör',
  sent: 'Gönderildi. Teşekkürler!',
  declined: 'Tamam. Kimseye söylenmez.',
  over: 'Bu soru artık açık değil.',
  setting: '**Gruptan soru alayım**\nEn çok haftada bir',
  joinFirst: 'Yalnızca bu grubun üyeleri birbirine sorabilir. Önce katıl.',
};

export const plan: Words['plan'] = {
  keep: 'Etkinliği oluştur',
  there: (at, place) => `${at} (${place})`,
  kept: '## Planlandı',
  interested:
    'Herkes bunu *Etkinlikler* altında görür. *İlgileniyorum* diyenlere 15 dakika önce hatırlatırım.',
  open: 'Etkinliği aç',
  cancelIt: 'Etkinliği iptal et',
  canceled: 'İptal edildi.',
  description: 'Roadmate ile planlandı. Hatırlatma için İlgileniyorum’a bas; grubun kanalında hatırlatırım.',
  soon: (topic) => `**${topic}** · birazdan başlıyoruz`,
  whoCame: '## Kimler geldi?',
  iCame: 'Ben oradaydım',
  mayNot:
    'Burada etkinlik oluşturamıyorsun. Bir düzenleyici planlayabilir ya da sana *Etkinlik Oluştur* iznini verebilir.\n-# Hemen birlikte çalışmak için: `/focus together`',
  noChannel: 'Katılabildiğin bir ses kanalı seç.',
  lacks: (permissions) =>
    `Orada etkinlik oluşturamıyorum. Bir düzenleyici bana şu izni verebilir: *${permissions}*`,
  lacksHere: (permissions) =>
    `Orada etkinlik oluşturamıyorum. Bana şu izni ver: *${permissions}* (Sunucu Ayarları › Roller ya da kanalın izinleri)`,
  refused: 'Discord bu etkinliği kabul etmedi. Sunucunun etkinliklerine bakıp yeniden dene.',
  over: 'O zaman geçti. Yeniden planla.',
  full: (n) => `Bu sunucuda ${n} açık plan var, daha fazlası olmuyor. Önce birini iptal et.`,
  cannotRepeat:
    'Discord bir etkinliği böyle yineleyemiyor. Şunlar olur: her gün, hafta içi, hafta sonu, haftada bir gün, iki haftada bir gün ya da ayın ilk, ikinci, üçüncü veya dördüncü pazartesisi gibi bir gün. İki gün için iki etkinlik planla.',
  joinFirst: 'Burada yalnızca bu grubun üyeleri plan yapar. Önce katıl.',
};
