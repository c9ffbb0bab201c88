import type { Action, State } from '../study/progress/progress.ts';
import type { Words } from './index.ts';

const lists = new Intl.ListFormat('tr');

const earlier: Readonly<Record<Action, string>> = {
  start: 'başlamıştın',
  done: 'bitti demiştin',
  skip: 'atlamıştın',
  pause: 'ara vermiştin',
  reset: 'başa almıştın',
  snooze: 'ertelemiştin',
};

/** Türkçe. */
export const tr: Words = {
  locale: 'tr-TR',
  name: 'Türkçe',
  list: (items) => lists.format(items),
  percent: (value) => `%${value}`,
  topics: (n) => `${n} konu`,
  andMore: (n) => `-# … ve ${n} tane daha`,

  commands: {
    topicOption: 'Yol haritasından bir konu: adının bir parçasını yaz',
    topic: 'Bir konuya bak: ne durumda, kim çalışıyor, sırada ne var',
    start: 'Bir konuya başla',
    done: 'Bir konuyu bitti olarak işaretle',
    skip: 'Bir konuyu atla: artık sayılmaz',
    review: 'Zamanı gelenleri tekrar et, aklında kalsın',
    notebook: 'Yazdıklarını yanına al',
    notebookExport: 'Hepsi bir dosyada, ayrıca Anki kartları olarak',
    undo: 'Son yaptığını geri al',
    today: 'Bugün neye çalışmalısın ve neden',
    roadmap: 'Yol haritası ve oradaki yerin',
    roadmapView: 'Yol haritasına kendi ilerlemenle göz at',
    roadmapJoin: 'Bu grupla çalış: grup yalnızca izin verdiğini görür',
    roadmapLeave: 'Bu gruptan ayrıl; ilerlemen sende kalır',
    setup: 'Düzenleyiciler için: Roadmate burada neyi, nerede, ne zaman paylaşsın',
    setupTimeZone: 'Grubun nerede: bir şehir ya da ülke yaz',
    schedule: 'Zamanı gelince kendiliğinden gelen paylaşımlar',
    schedulePreview: 'Sıradaki paylaşımlar ne zaman gelecek',
    scheduleTest: 'Paylaşımın şu anki hâlini gör; senden başka kimse görmez',
    scheduleKind: 'Hangi paylaşım?',
    schedulePause: 'Paylaşımları sen sürdürene kadar durdur',
    scheduleResume: 'Paylaşımları sürdür',
    settings: 'Saat dilimin, dilin, günün, grupların ne gördüğü ve verilerin',
    settingsTimeZone: 'Neredesin: bir şehir ya da ülke yaz',
    help: 'Roadmate ne yapar ve senin için sıradaki adım ne',
    progress: 'Ne kadar yol aldın: yüzdelerin, serin, bu haftan, kariyer yönün',
    progressMember: 'Bu gruptan, ilerlemesini gösteren biri; seçmezsen sen',
    progressSection: 'Yol haritasının bir bölümü ayrıntısıyla: adının bir parçasını yaz',
    career: 'Kariyer yönün: aşamaları ve neresinde olduğun',
    toolset: 'Araç takımı: hangi dil ne için',
    cheatcode: 'Kopya kâğıtları: bir dahaki sefere elinin altında olsun',
    feynman: 'Bir konuyu, Feynman gibi, sade sözlerle anlat',
    project: 'Küçük projeler: öğrendiğini gösteren kod',
    tez: 'Tez: bir bölümün tamamı ya da tek bir teori konusu üzerine',
    proofWrite: 'Bir konu için yaz ya da yazdığını sürdür',
    proofShow: 'Oku: kendininkini ya da birinin paylaştığını',
    proofMember: 'Bu gruptan biri; seçmezsen sen',
    proofList: 'Bütün yazdıkların ve sırada ne olabilir',
    proofEdit: 'Yazdığını değiştir',
    proofRemove: 'Yazdığını sil',
    showcase: 'Tek başına ya da takımca yapılacak, birbirinize göstereceğiniz uygulamalar',
    showcaseList: 'Uygulamalar ve kim ne yapıyor',
    showcaseClaim: 'Bir uygulamayı üstlen, istersen takımını çağır',
    showcaseSubmit: 'Yaptığını göster ya da gösterdiğini değiştir',
    showcaseGallery: 'Bu grubun yaptıklarına bak',
    showcaseApp: 'Vitrinden bir uygulama: adının bir parçasını yaz',
    search: 'Kendi kanıtlarında ve bu grupla paylaşılanlarda ara',
    searchWords: 'Ne arıyorsun?',
  },

  state: { todo: 'yapılacak', doing: 'sürüyor', done: 'bitti', skipped: 'atlandı' },

  act: {
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
  },

  topic: {
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
  },

  proof: {
    name: { cheatcode: 'kopya kâğıdı', feynman: 'anlatım', project: 'proje', tez: 'tez' },
    heading: { cheatcode: 'Kopya kâğıdı', feynman: 'Anlatım', project: 'Proje', tez: 'Tez' },
    rung: { cheatcode: 'kopya kâğıdı', feynman: 'Feynman anlatımı', project: 'proje', tez: 'tez' },
    ladder: (done, proven, rungs) => `Bitti ${done} · Kanıtlandı ${proven}: ${rungs}`,
    extra: (rungs) => `Fazladan: ${rungs}`,
    percent: (percent) => `◆ ${percent} kanıtlandı`,
    of: (proven, total) => `◆ ${proven}/${total} kanıtlandı`,
    write: {
      cheatcode: 'Kopya kâğıdı yaz',
      feynman: 'Anlat',
      project: 'Proje göster',
      tez: 'Tezi yaz',
    },
    proven: (when) => `● Kanıtlandı: ${when}`,
    written: {
      cheatcode: '◐ Yazıldı',
      feynman: '◐ Yazıldı. Başkaları anlaşılır bulunca sayılır.',
      project: '◐ Yazıldı',
      tez: '◐ Yazıldı. Okuyanlar kabul edince sayılır.',
    },
    kept: {
      cheatcode: 'Kaydettim; bu adım kanıtlandı. Eline sağlık!',
      feynman: 'Kaydettim. Grupla paylaş: başkaları anlaşılır bulunca sayılır.',
      project: 'Kaydettim; bu adım kanıtlandı. Eline sağlık!',
      tez: 'Kaydettim. Grupla paylaş: okuyanlar kabul edince sayılır.',
    },
    changed: 'Değiştirdim.',
    fileGone: 'Dosyayı kaldırdım; gerisi duruyor.',
    offerDone: (title) => `**${title}** için bütün adımlar tamam. Bitti diye işaretleyeyim mi?`,
    link: (url) => `Bağlantı: ${url}`,
    repository: (url) => `Depo: ${url}`,
    language: (language) => `Dil: ${language}`,
    edit: 'Düzenle',
    editPart: (n) => `${n}. parçayı düzenle`,
    addPart: 'Parça ekle',
    dropFile: 'Dosyayı kaldır',
    remove: 'Sil',
    share: 'Grupla paylaş',
    shared: 'Artık grubun önünde. Umarım birinin işine yarar!',
    none: (name, title) => `**${title}** için henüz bir ${name} yok.`,
    noneOf: (person, name, title) =>
      `**${title}** için burada ${person} tarafından paylaşılmış bir ${name} yok. Neyi paylaşacağını herkes kendisi seçer.`,
    removeAsk: (name, title) => `**${title}** için yazdığın silinsin mi (${name})? Geri dönüşü yok.`,
    removeMeans: '-# Grubun bunun için söyledikleri de silinir.',
    yesRemove: 'Evet, sil',
    keep: 'Kalsın',
    removed: (name, title) => `Silindi: **${title}** (${name}).`,
    unfit: {
      whole: (title) => `**${title}** altında başka konular var. Hangisi için?`,
      stage: (title) => `**${title}** kariyer yönünün bir aşaması; konularına dayanır. Onlardan birini seç.`,
      tez: (title) => `**${title}** için tez istenmiyor. Tez şunlar için yazılır:`,
      noTez: 'Bu yol haritası tez istemiyor.',
      choose: 'Bir konu seç',
    },
    list: {
      heading: {
        cheatcode: '## Kopya kâğıtların',
        feynman: '## Anlatımların',
        project: '## Projelerin',
        tez: '## Tezlerin',
      },
      empty: {
        cheatcode:
          'Henüz yok. Kopya kâğıdı, bir dahaki sefere elinin altında olsun istediğin şeydir: birkaç komut, bir tuzak, kısa bir özet.',
        feynman:
          'Henüz yok. Bir konuyu hiç bilmeyen birine anlatır gibi yaz; takıldığın yer, dönüp bakman gereken yerdir.',
        project: 'Henüz yok. Araç takımındaki dillerden biriyle, çalışan küçük bir şey yeter.',
        tez: 'Henüz yok. Tez, bir bölümün tamamından ya da tek bir teori konusundan ne çıkardığını anlatır.',
      },
      asked: (proven, total) => `-# Bunu isteyen ${total} konudan ${proven} tanesi tamam`,
      line: (mark, title, when) => `${mark} ${title} · ${when}`,
      open: 'Birini aç',
      next: 'Şunun için yaz…',
    },
    form: {
      title: (heading, title) => `${heading} · ${title}`,
      text: {
        cheatcode: 'Bir dahaki sefere elinin altında ne olsun?',
        feynman: 'Hiç bilmeyen birine anlatır gibi yaz',
        project: 'Ne öğrendin?',
        tez: 'Tezin',
      },
      textHint: 'Markdown yazabilirsin. Uzunsa gerisini yeni parçalara koy.',
      link: 'Bağlantı',
      linkHint: 'Başka bir yerdeyse ya da devamı oradaysa',
      file: 'Dosya',
      fileHint: '1 MB’a kadar .md ya da .txt, 5 MB’a kadar .pdf',
      fileStays: (name) => `${name} duruyor; başkasını seçersen değişir`,
      repository: 'Depo',
      repositoryHint: 'Kodun yeri, örneğin https://github.com/sen/proje',
      language: 'Dil',
      other: 'Başka bir dil',
      otherLanguage: 'Başkaysa hangisi?',
      whichLanguage: 'Hangi dilde?',
      part: (n, title) => `${n}. parça · ${title}`,
      partText: 'Metin',
      partHint: 'Markdown yazabilirsin. Boş bırakırsan bu parça gider.',
    },
    refused: '**Henüz kaydetmedim**; yazdıkların duruyor:',
    tryAgain: 'Yeniden dene',
    problem: {
      nothing: '- Bir şey yaz, bağlantı ver ya da dosya yükle: biri yeter.',
      link: (typed) => `- “${typed}” bir web adresi değil: https:// ya da http:// ile başlamalı`,
      repository: '- Kodun nerede olduğunu yaz: proje, deposuyla proje olur.',
      language: '- Hangi dilde olduğunu söyle: birini seç ya da başkasını yaz.',
      learned: '- Ne öğrendiğini bir iki cümleyle yaz.',
      tooLong: (max) =>
        `- Metin çok uzun: bir parça en çok ${max} karakter alır. Gerisini yeni parçalara koy.`,
      kind: '- .md, .txt ve .pdf dosyası alıyorum; bu başka bir tür.',
      'too-large': {
        text: '- Dosya çok büyük: metin en çok 1 MB olabilir.',
        pdf: '- Dosya çok büyük: PDF en çok 5 MB olabilir.',
      },
      empty: '- O dosyada okunacak bir şey yok.',
      'not-text': '- O dosya UTF-8 metin değil. UTF-8 ya da PDF olarak kaydet.',
      'not-pdf': '- Adı ne derse desin, o dosya bir PDF değil.',
      'not-there': '- Dosya ulaşmadı. Bir kez daha yükle.',
      quota: {
        parts: '- 20 parça oldu, daha fazlası olmuyor. Dosyaya daha çok sığar.',
        proofs: '- 1.000 kanıtın oldu, daha fazlası olmuyor. Gerekmeyen birini sil.',
        text: '- Metinlerin toplamı iki milyon karaktere ulaştı, daha fazlası olmuyor. Birini kısalt ya da sil.',
        files: '- Dosyaların toplamı 50 MB’a ulaştı, daha fazlası olmuyor. Birini kaldır ya da bağlantı ver.',
      },
    },
  },

  attach: {
    command: 'Kanıt olarak ekle',
    notOwn:
      'Yalnızca kendi mesajların kanıtın olabilir. Kendi sözlerinle anlat: bildiğini gösteren şey budur.',
    nothing: 'Bu mesajda saklayabileceğim bir şey yok: ne metin, ne de .md, .txt ya da .pdf dosyası.',
    formTitle: 'Kanıt olarak ekle',
    which: 'Hangi konu için?',
    whichHint: 'Çalıştığın ve son bitirdiğin konular',
    otherTopic: 'Ya da başka bir konu için',
    otherTopicHint: 'Adının bir parçası yeter',
    method: 'Ne olarak?',
    noTopic: '- Bir konu seç ya da adını yaz.',
    unknown: (typed) => `- “${typed}” diye bir konu bulamadım.`,
    near: (titles) => `-# Bunlardan biri olabilir mi: ${titles}?`,
    unfit: {
      tez: (title) => `- **${title}** için tez istenmiyor.`,
      leaf: (title) => `- **${title}** tek bir konu değil: altındakilerden birinin adını yaz.`,
    },
    gone: 'Aradan çok zaman geçmiş: mesaj artık bende yok. Onu yeniden seç.',
    needsMore: 'Bir projenin deposu ve dili de gerekir. Metni senin için sakladım.',
    addThem: 'Ekle',
    kept: (name, title) => `Mesajın artık **${title}** için kanıtın (${name}).`,
    added: (name, title) => `Mesajın, **${title}** için yazdığının yeni bir parçası oldu (${name}).`,
  },

  confirm: {
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
  },

  later: {
    title: 'Şimdi değil',
    which: 'Hangileri?',
    when: 'Ne zaman yeniden önerilsin?',
    days: (n) =>
      ({ 1: 'Yarın', 3: 'Üç gün sonra', 7: 'Bir hafta sonra', 14: 'İki hafta sonra', 30: 'Bir ay sonra' })[
        n
      ] ?? `${n} gün sonra`,
    orDate: 'Ya da kendi seçtiğin bir gün',
    dateHint: 'Örneğin 24.12.2026',
    badDate: (typed, example) =>
      `“${typed}” ileri bir tarih değil. Yıl-ay-gün olarak yaz; örneğin ${example}.`,
  },

  today: {
    heading: (n) => (n === 1 ? '## Bugünkü konun' : `## Bugün için ${n === 2 ? 'iki' : 'üç'} konu`),
    allDone: 'Hepsi bitti. Güzel bir gün oldu: dinlen ya da biraz daha çalış.',
    nothingLeft: 'Önerecek bir şey kalmadı: hepsi bitmiş, atlanmış ya da ertelenmiş. Eline sağlık!',
    notThese: 'Bunlar uymadı mı?',
    swap: 'Değiştir',
    iKnow: 'Bunları biliyorum',
    which: 'Hangilerini zaten biliyorsun?',
    more: 'Bugün için biraz daha',
    open: 'Aç',
  },

  reason: {
    inProgress: (since) => `${since} tarihinden beri buna çalışıyorsun.`,
    prerequisitesDone: (topic) => `${topic} bitti; bu da onun devamı.`,
    sectionBegun: (section, done, total) => `${section}: ${total} konudan ${done} tanesi tamam, sıradaki bu.`,
    stage: (stage, track) =>
      stage === track ? `${stage} yolunda sıradaki.` : `${track} içinde sıradaki; hedefin ${stage}.`,
    nextTez: (track) => `${track} tamamen bitti: sıra tezinde.`,
    nextStep: 'Kariyer yolundaki sıradaki adım.',
    next: (section) => `${section} içinde sıradaki.`,
    variety: (section) => `Değişiklik olsun diye ${section} bölümünden.`,
    askedAgain: (offered) => `Daha önce de önermiştim (${offered}); hâlâ buna değer.`,
    nextForMost: (open, members) =>
      members === 1 ? 'Yol haritasında sıradaki.' : `${members} kişiden ${open} kişi için hâlâ açık.`,
  },

  undo: {
    nothing: 'Henüz geri alınacak bir şey yok.',
    took: (title, action, when) => `Geri alındı: **${title}** (${when} ${earlier[action]}).`,
    tookMany: (titles, action, when) => `Geri alındı: ${titles} (${when} ${earlier[action]}).`,
  },

  roadmap: {
    title: (title) => `## ${title}`,
    overview: (percent, done, total) => `${percent} · ${total} konudan ${done} tanesi bitti`,
    joined: (title) =>
      `Aramıza hoş geldin! Bu grupla **${title}** yolundasın. Grup neye çalıştığını ve neleri bitirdiğini görür; bunu \`/settings\` ile değiştirebilirsin.`,
    alreadyJoined: 'Zaten bu grupla çalışıyorsun.',
    followed: (title) => `Artık **${title}** yolundasın.`,
    askTicks: (ticked) =>
      `Yol haritasının dosyasında ${ticked} zaten işaretli. O işaretlerle mi başlarsın, sıfırdan mı?`,
    fromTicks: 'İşaretlerle başla',
    fromZero: 'Sıfırdan başla',
    left: 'Artık bu grupla çalışmıyorsun ve grup ilerlemeni görmüyor. Hepsi sende kalıyor; yeniden katılırsan geri gelir.',
    notJoined: 'Bu grupla çalışmıyorsun. İstediğin zaman katılabilirsin.',
    notSetUp:
      'Bu sunucuda Roadmate henüz kurulmamış. Bir düzenleyici `/setup` ile kurabilir; o zamana kadar kendi başına çalışabilirsin.',
    sections: 'Bir bölüm seç',
    page: (page, pages) => `-# Sayfa ${page} / ${pages}`,
    previous: 'Önceki',
    following: 'Devamı',
    whatNow: 'Şimdi ne yapsam?',
    lookThrough: 'Yol haritasına göz at',
    chooseTopic: 'Bir konu aç',
    allSections: 'Bütün bölümler',
  },

  daily: {
    heading: (day) => `Günün konusu · ${day}`,
    or: (title) => `Ya da: **${title}**`,
    nobodyYet: 'Henüz çalışan yok. İlk sen ol!',
    imIn: 'Ben varım',
    myPicks: 'Benim konularım',
    discuss: 'Konuşalım',
    discussHere: (thread) => `Burada konuşuluyor: ${thread}`,
    cannotDiscuss: (permission) =>
      `Burada alt başlık açamıyorum: *${permission}* iznim yok. Bir düzenleyici bunu kanal ayarlarından verebilir.`,
  },

  weekly: {
    heading: (days) => `Haftanız · ${days}`,
    finished: (n, people) =>
      people === 1 ? `Aranızdan biri **${n} konu bitirdi**` : `${people} kişi **${n} konu bitirdi**`,
    more: (n) => `geçen haftadan ${n} fazla`,
    asMany: 'geçen hafta kadar',
    did: (person, titles) => `${person}: ${titles}`,
    firstHere: (title) => `${title} (grupta ilk!)`,
    moreTopics: (titles, n) => `${titles} ve ${n} konu daha`,
    best: (n) => `kendi rekoru, ${n} konu`,
    section: (title, percent, gained) =>
      gained > 0 ? `${title} **${percent}** ▲ ${gained}` : `${title} **${percent}**`,
    streaks: (people) => `Serisi sürenler: ${people}`,
    streakOf: (person, days) => `${person} (${days} gün)`,
    finishTogether: (title, begun, near) =>
      near > 0
        ? `Önümüzdeki hafta **${title}** konusunu birlikte bitirelim mi? ${near === 1 ? 'Birinizin' : `${near} kişinin`} tek konusu kaldı.`
        : `Önümüzdeki hafta **${title}** konusunu birlikte bitirelim mi? ${begun === 1 ? 'Biriniz' : `${begun} kişi`} başladı bile.`,
    takeUp: (title) => `Önümüzdeki hafta için bir öneri: **${title}**`,
    quiet:
      'Sakin bir hafta oldu; her grupta olur. Öğrendikleriniz sizde duruyor, yeniden başlamaya on dakika yeter.',
    smallStep: (title) => `Küçük bir adım: **${title}**`,
    myWeek: 'Benim haftam',
    newlyShown: (apps) => `Vitrinde yeni: ${apps}`,
    shownApp: (app, people) => `${app} (${people})`,
  },

  setup: {
    heading: '## Bu sunucuda Roadmate',
    notYet:
      'Henüz hiçbir şey paylaşmıyorum. Sana bir başlangıç hazırladım: istediğini değiştir, sonra *Başlat* düğmesine bas. Buraya her zaman dönebilirsin.',
    started: 'Her şey hazır! Gerisi bende.',
    roadmap: '**Yol haritası**: grubun neyi çalışıyor',
    chooseRoadmap: 'Bir yol haritası seç',
    channel: '**Kanal**: nerede paylaşayım',
    chooseChannel: 'Bir kanal seç',
    time: (at, zone) => `**Saat**: ${at}\n-# ${zone ?? 'Saat dilimi henüz belli değil'}`,
    changeTime: 'Saat ve saat dilimi…',
    chooseZone: 'Saat dilimini seç',
    weekdays: '**Günün konuları** hangi günler gelsin',
    chooseWeekdays: 'Günleri seç',
    weeklyDay: '**Haftalık özet** hangi gün gelsin',
    chooseWeeklyDay: 'Bir gün seç',
    role: '**Rol**: her paylaşımda kim etiketlensin',
    noRole: 'Kimse etiketlenmesin',
    unfitRole: 'O rol etiketlenemez: ya herkesin rolü ya da bir bota ait. Başka bir rol seç ya da boş bırak.',
    silentRole: (role) =>
      `-# ${role} rolünü etiketleyemem: sunucu ayarlarından bu rolü herkesin etiketlemesine izin ver ya da bana bütün rolleri etiketleme izni ver.`,
    language: '**Dil**: hangi dilde paylaşayım',
    chooseLanguage: 'Bir dil seç',
    formTitle: 'Paylaşımlar ne zaman gelsin?',
    formTime: 'Saat',
    formTimeHint: 'Örneğin 09:00 ya da 21.30',
    formZone: 'Saat dilimi',
    formZoneHint: 'Bir şehir ya da ülke; örneğin İstanbul',
    badTime: (typed) => `“${typed}” bir saat değil. 09:00 ya da 21.30 gibi yaz.`,
    badZone: (typed) =>
      `“${typed}” hangi saat dilimi, çıkaramadım. Listeden doğrusunu seç ya da yazdığını düzelt.`,
    missing: '**Eksik kalanlar**',
    noChannel: '○ Kanal: nerede paylaşacağımı seç',
    noZone: '○ Saat dilimi: listeden seç ya da *Saat ve saat dilimi…* düğmesiyle şehrini yaz',
    gone: '○ Kanal artık yok: başka bir kanal seç',
    notText: '○ O kanala yazı yazılmıyor: başka bir kanal seç',
    lacks: (channel, permissions) =>
      `○ ${channel} kanalında paylaşamıyorum; orada şunlara iznim yok: ${permissions}. Kanal ayarlarından izin ver, sonra *Yeniden bak* düğmesine bas.`,
    ready: '● Her şey hazır.',
    open: 'Roadmate’i kur',
    start: 'Başlat',
    checkAgain: 'Yeniden bak',
    resume: 'Sürdür',
    putRight: 'Düzelt',
    paused: {
      organiser: (since) => `⏸ Paylaşımlara ara verildi (${since}).`,
      'channel-gone': (since) =>
        `⏸ Paylaşımlar durdu (${since}): kanal silinmiş. Başka bir kanal seç, kaldığı yerden sürsün.`,
      forbidden: (since) =>
        `⏸ Paylaşımlar durdu (${since}): kanalda paylaşma iznim kalmamış. İznimi geri ver ya da başka bir kanal seç, kaldığı yerden sürsün.`,
    },
  },

  shared: {
    by: (person) => `${person} yazdı`,
    changed: (when) => `-# ${when} değişti. Önceden söylenenler geçerli.`,
    file: (name) => `Dosya: ${name}`,
    readAll: 'Tamamını oku',
    openLink: 'Bağlantıyı aç',
    page: (page, pages) => `-# ${page}. parça (toplam ${pages})`,
    previousPart: 'Önceki parça',
    nextPart: 'Sonraki parça',
    moreVoices: (n) => `${n} kişi daha gerekiyor.`,
    done: (needed) => `Artık grubun önünde. Kanıtlanması için ${needed} kişinin onayı yeter.`,
    mayChange: '-# İstediğin zaman değiştirebilirsin: mesaj da değişir, söylenenler geçerli kalır.',
    alreadyThere: 'Grup bunu zaten görüyor.',
    open: 'Ona git',
    noThread: (channel, permissions) =>
      `Konuşmak için bir alt başlık açamadım: ${channel} kanalında şu iznim eksik: ${permissions}. Bir düzenleyici bunu verene kadar sorular ve yorumlar kanalın kendisine gelir.`,
    noThreadHere: 'Burada alt başlık açılamıyor; sorular ve yorumlar kanalın kendisine gelir.',
    channelGone:
      'Bunun paylaşılacağı kanal artık yok. Bir düzenleyici `/setup` ile başka bir kanal seçebilir; sonra yeniden paylaş.',
    cannotPost: (channel, permissions) =>
      `${channel} kanalına yazamıyorum; şu iznim eksik: ${permissions}. Bir düzenleyici bunu kanal ayarlarından verebilir; sonra yeniden paylaş.`,
    cannotNow: 'Discord şu an kabul etmiyor. Hiçbir şey paylaşılmadı; bir dakika sonra yeniden dene.',
    joinToShare: 'Henüz bu grupla çalışmıyorsun. Önce katıl, sonra çalışmanı paylaş.',
    joinToSpeak: 'Burada yalnızca bu grupla çalışanlar söz sahibi. Katıl, sonra yeniden bas.',
    gone: 'Bu artık burada paylaşılmıyor: ya geri çekildi ya da yazan gruptan ayrıldı.',
    withdrawnExplanation: (person, title) => `${person}, **${title}** anlatımını geri çekti.`,
    withdrawnThesis: (person, title) => `${person}, **${title}** tezini geri çekti.`,
    youWrote: 'Kaybolmasın diye, yazdığın şuydu:',
    nothingWritten: 'İçinde okunacak bir şey yoktu. Birkaç sözcük yaz.',
    writeAgain: 'Yeniden yaz',
    notPosted: 'Kaydettim ama paylaşamadım: alt başlığı da kanalı da bana kapalı.',
    postGone: 'Mesajın kendisi silinmiş; yazan kişi yeniden paylaşabilir.',
    proven: (title, person) => `Eksik olan buydu: **${title}** kanıtlandı (${person}).`,
  },

  teachBack: {
    heading: 'Sade sözlerle anlatıldı',
    clear: 'Anlaşılır',
    gap: 'Anlamadığım bir yer var',
    questions: (n) => `Sorular (${n})`,
    clearTo: (people) => `Anlaşılır bulanlar: ${people}.`,
    clearToNobody: 'Sence anlaşılır mı? Söyle ya da eksik kalanı sor.',
    proven: (people) => `◆ Kanıtlandı. Anlaşılır bulanlar: ${people}.`,
    provenAlone: '◆ Kanıtlandı.',
    gaps: (open, answered) => `Sorular: ${open} açık, ${answered} yanıtlandı.`,
    saidClear: 'Teşekkürler, sayıldı. Geri almak için aynı düğmeye yeniden bas.',
    tookBack: 'Geri alındı: artık sana anlaşılır sayılmıyor.',
    staysProven: 'Bir kez kanıtlanan, kanıtlanmış kalır.',
    own: 'Bu senin anlatımın: anlaşılır mı, ona başkaları karar verir.',
    formTitle: 'Neresi anlaşılmıyor?',
    formLabel: 'Soru',
    formHint: 'Gruptaki herkes okuyabilir ve yanıtlayabilir.',
    asks: (person) => `**${person} soruyor**`,
    about: (title, person) => `-# Konu: ${title}, anlatan: ${person}`,
    answered: 'Yanıtlandı',
    stillOpen: 'Hâlâ açık',
    isAnswered: '● Yanıtlandı',
    asked: 'Soru soruldu. Yanıtını alınca altındaki *Yanıtlandı* düğmesine bas.',
    tooMany: (n) =>
      `Bu anlatım için yanıt bekleyen ${n} soru sordun. Önce birini kapat; hepsi *Sorular* altında.`,
    onlyAsker: (person) => `Bunun yanıtlanıp yanıtlanmadığını yalnızca soran söyleyebilir: ${person}`,
    noted: { answered: 'Güzel! Soru yanıtlanmış sayılıyor.', open: 'Soru yeniden açık.' },
    allQuestions: (title) => `## Sorular: ${title}`,
    noQuestions: 'Henüz kimse soru sormadı.',
    question: (mark, question, person) => `${mark} ${question} (${person})`,
  },

  thesis: {
    heading: 'Okunmayı bekleyen bir tez',
    offer: 'Ben okurum',
    accept: 'Kabul',
    needsWork: 'Üzerinde çalışılmalı',
    comments: (n) => `Yorumlar (${n})`,
    reading: (people) => `Okuyanlar: ${people}.`,
    accepts: (people) => `Kabul edenler: ${people}.`,
    wantsMore: (people) => `Üzerinde çalışılmalı diyenler: ${people}.`,
    nobodyYet: 'Kim okumak ister?',
    accepted: '◆ Kabul edildi.',
    offered:
      'Teşekkürler! Acele etme. Bir hafta içinde bir şey yazmazsan sana bir kez hatırlatırım: tezin alt başlığında, adınla; bir daha da hatırlatmam. Vazgeçersen aynı düğmeye yeniden bas.',
    offerTakenBack: 'Sözünü geri aldın. Kimse gücenmez.',
    saidAlready:
      'Bu tez için görüşünü söyledin. *Kabul* ya da *Üzerinde çalışılmalı* ile yine değiştirebilirsin.',
    own: 'Bu senin tezin: başkaları okur ve ne düşündüğünü söyler.',
    formTitle: { accept: 'Tezi kabul et', work: 'Neye ihtiyacı var?' },
    formLabel: 'Yorumun',
    formHint: { accept: 'Seni ne ikna etti?', work: 'Tezi reddetmez; daha iyi olmasına yardım eder.' },
    said: {
      accept: (person) => `**${person} tezi kabul etti**`,
      work: (person) => `**${person} eksik kalanı söyledi**`,
    },
    about: (title, person) => `-# Konu: ${title}, yazan: ${person}`,
    thanks: {
      accept: 'Okuduğun için teşekkürler. Sözün sayıldı; yorumunu herkes okuyabilir.',
      work: 'Okuduğun için teşekkürler. Yorumunu herkes okuyabilir; tez hazır olunca kabul edersin.',
    },
    allComments: (title) => `## Okuyanlar ne diyor: ${title}`,
    noComments: 'Okuyanlardan henüz kimse bir şey söylemedi.',
    reached: (person, stage) => `## ${person} bir aşamayı geçti: ${stage}!`,
    reachedBy: (people) => `Tez yazıldı, okundu ve kabul edildi (${people}). Tebrikler!`,
    remind: (reader, author, title) =>
      `${reader}, bir hafta önce şu tezi okurum demiştin: **${title}** (yazan: ${author}). Birkaç satırın yeter.`,
  },

  schedule: {
    kind: { daily: 'Günün konuları', weekly: 'Haftalık özet' },
    see: { daily: 'Günün konularını gör', weekly: 'Haftalık özeti gör' },
    preview: 'Sıradaki paylaşımlar',
    next: (kind, at, ago) => `**${kind}**: bir sonraki ${at} (${ago})`,
    heading: '## Sıradaki paylaşımlar',
    explained: (zone) => `-# Önce grubun saatiyle (${zone}), sonra seninkiyle`,
    line: (kind, local, yours) => `- **${kind}** · ${local} · ${yours}`,
    clockChange: (local) => `${local} (saatler değişiyor)`,
    none: 'Planlanmış bir paylaşım yok.',
    test: (kind) =>
      `-# ${kind}: şu an paylaşsam böyle olurdu. Yalnızca sen görüyorsun; düğmeler gerçeğinde çalışır.`,
    nothingToSay: 'Şu an paylaşacak bir şey yok: bu sefer atlanırdı.',
    pausedNow: '⏸ Paylaşımlara ara verildi. Herkes çalışmayı sürdürebilir; hiçbir şey kaybolmaz.',
    resumed: '▶ Paylaşımlar sürüyor.',
    notPaused: 'Paylaşımlara ara verilmemiş.',
  },

  progress: {
    yours: '## İlerlemen',
    of: (person) => `## ${person} ne kadar yol aldı`,
    beginning: {
      own: 'Herkes sıfırdan başlar; bugün bunun için güzel bir gün. Bir konu seç, on dakika ayır; burada hemen görünür.',
      shared: 'Daha yolun başında. En değerli konu, ilk konudur.',
      other: 'Daha yolun başında. En değerli konu, ilk konudur.',
    },
    count: (done, total) => `${done}/${total}`,
    week: (finished, before) =>
      `**Bu hafta** ${finished === 0 ? 'henüz biten konu yok' : `${finished} konu bitti`} · geçen hafta ${before}`,
    studied: (days) => `**Çalışılan günler** ${days}`,
    streak: (days, best) => `**Seri** ${days} gün${best > days ? ` · en uzunu ${best} gün` : ''}`,
    noStreak: (best) =>
      best === 0
        ? '**Seri** ilk konuyla başlar'
        : `**Seri** bir sonraki konuyla yeniden başlar · en uzunu ${best} gün`,
    todayOpen: 'Bugün daha bitmedi; seri sürüyor.',
    rested: (days) => `Dinlenme: ${days}. Haftada bir gün seriyi bozmaz.`,
    doing: '**Sürenler**',
    since: (when) => `${when} tarihinden beri`,
    lately: '**Son bitenler**',
    career: '**Kariyer yönü**',
    whole: 'Bütün bölümler',
    open: 'Bu bölümü aç',
    mine: 'İlerlemem',
    share: 'Grupla paylaş',
    unknownSection: (typed) => `“${typed}” ile hangi bölümü kastettin?`,
    hidden: (person) =>
      `${person} için burada görülecek bir şey yok. Grubun ne göreceğini herkes \`/settings\` ile kendisi seçer.`,
  },

  career: {
    title: '## Kariyer yönün',
    explained:
      'Aşamalar birbirini izler. Bölümler çalıştıkça, tezler kabul edilince sayılır; kalanını sen ilan edersin.',
    here: 'buradasın',
    before: (n) => `-# Önceden tamamlanan ${n} aşama`,
    nextIn: (stage) => `${stage} içinde sırada:`,
    writeTez: (stage) => `**Sırada: ${stage}.** Artık konuya hâkimsin; öğrendiklerini kendi sözlerinle yaz.`,
    showTez: (stage) => `**Sırada: ${stage}.** Yazdın; gruptan okuyanlar kabul edince buna ulaşırsın.`,
    declareIt: (stage) => `**Sırada: ${stage}.** Oraya vardığında ilan et.`,
    declare: 'İlan et',
    declared: (stage) => `İlan edildi: **${stage}**. Ne güzel bir yol aldın!`,
    declareForm: (stage) => `İlan et: ${stage}`,
    declareLabel: 'Neye ulaştın?',
    declareHint: 'Birkaç sözcükle; kariyer yönünde okuyabilirsin',
    followsThesis: 'Bu aşamaya, tezi kabul edilince ulaşılır.',
    allReached: 'Bütün aşamaları tamamladın. Ne güzel bir yol aldın!',
    none: 'Bu yol haritasında kariyer yönü yok: bölümler yan yana durur, istediğin sırayla ilerleyebilirsin.',
  },

  toolset: {
    explained: 'Hangi dil ne için.',
    others: (n) => `${n} tane daha`,
    none: 'Bu yol haritasında araç takımı yok: sevdiğin dilleri kullan.',
  },

  showcase: {
    title: '## Vitrin',
    explained: 'Tek başına ya da takımca yapılacak, birbirinize göstereceğiniz küçük uygulamalar.',
    noApps:
      'Bu yol haritasında yapılacak uygulama yok. Yaptıklarını yine de gösterebilirsin: herhangi bir konunun projesi olarak.',
    unknownApp: (typed) => `Vitrinde “${typed}” diye bir uygulama yok. Bunlar var:`,
    app: (app, teams, shown) =>
      teams === 0
        ? `**${app}** · henüz kimse almadı`
        : `**${app}** · ${teams} takım${shown === 0 ? '' : ` · ${shown} tanesi görülebilir`}`,
    choose: 'Bir uygulama seç',
    nobodyYet: 'Bunu henüz kimse yapmıyor. İlk sen olmak ister misin?',
    team: (people, isShown) => (isShown ? `● ${people} · galeride` : `◐ ${people}`),
    building: (people, _n, app) => `**${app}** yapımda: ${people}.`,
    invited: (people) => `Takıma çağrılanlar: ${people}. *Varım* düğmesine basan takıma girer.`,
    with: 'Kiminle yapıyorsun?',
    claim: 'Bunu ben yapıyorum',
    imIn: 'Varım',
    imOut: 'Ben yokum',
    allTeams: 'Bütün uygulamalar',
    myTeam: 'Takımım',
    show: 'Yaptığımı göster',
    change: 'Değiştir',
    gallery: 'Galeriye bak',
    mustJoin: 'Vitrin bu grupla çalışanlar için. Önce gruba katıl; tek dokunuş yeter.',
    notInvited:
      'Bu takıma çağrılmadın. Takımdan biri seni çağırabilir; ya da uygulamayı kendi takımınla yap.',
    inAnotherTeam: (app) =>
      `**${app}** için başka bir takımdasın. Burada olmak istiyorsan önce oradan ayrıl.`,
    onlyTeam: 'Bunu yalnızca takımı yapabilir.',
    notHere: (people) =>
      `Henüz çağrılmayanlar: ${people}. Önce \`/roadmap join\` ile bu gruba katılmaları gerek; sonra onları yeniden seç.`,
    isFull: (most) => `Bir takım en çok ${most} kişi olur; bu takım doldu.`,
    leftTeam: (app) => `Artık **${app}** için bir takımda değilsin. Onunla kanıtladıkların sende kalır.`,
    formTitle: (app) => `Göster: ${app}`,
    repository: 'Depo',
    repositoryHint: 'Kod nerede? Örneğin https://github.com/sen/uygulama',
    live: 'Canlı bağlantı',
    liveHint: 'Denenebileceği bir yer varsa',
    picture: 'Resim',
    pictureHint: 'PNG, JPEG, WebP ya da GIF; en çok 5 MB',
    pictureStays: 'Boş bırakırsan şimdiki resim kalır',
    alt: 'Resimde ne var?',
    altHint: 'Göremeyenler için birkaç sözcükle',
    differently: 'Neyi farklı yapardın?',
    differentlyHint: 'Bir dahaki sefere, şimdiki bilginle',
    almost: '**Az kaldı.** Yazdıklarından hiçbiri kaybolmadı; yalnızca şunu düzelt:',
    problem: {
      repository: (typed) => `- Depo için yazdığın “${typed}” bir web adresi değil: https:// ile başlamalı`,
      live: (typed) =>
        `- Canlı bağlantı için yazdığın “${typed}” bir web adresi değil: https:// ile başlamalı`,
      differently: () => '- Neyi farklı yapardın? Bir iki cümleyle yaz.',
      'not-a-picture': () =>
        '- Bu dosya Discord’un gösterebildiği bir resim değil: PNG, JPEG, WebP ya da GIF gönder.',
      'too-large': () => '- Resim 5 MB’tan büyük: daha küçüğünü gönder.',
      'odd-size': () =>
        '- Resim fazla küçük ya da fazla büyük: her kenarı 32 ile 8.000 piksel arasında olmalı.',
      'not-there': () => '- Resim bana ulaşmadı: bir kez daha gönder.',
    },
    pictureKept: '-# Resmin duruyor; yeniden seçmen gerekmez.',
    putRight: 'Düzelt',
    shown: (app) => `**${app}** artık galeride. Eline sağlık!`,
    changed: 'Değişti: galeride artık böyle görünüyor.',
    counts: '-# Takımdaki herkes için bu konunun projesi olarak da sayılır.',
    share: 'Gruba göster',
    builtBy: (people) => `Yapanlar: ${people}`,
    position: (n, total, when) => `-# ${n}/${total} · ${when}`,
    repositoryAt: (host) => `Kod: ${host}`,
    liveAt: (host) => `Dene: ${host}`,
    nextTime: '**Neyi farklı yaparlardı?**',
    pictureOf: (app) => `${app} uygulamasından bir görüntü`,
    applaud: (n) => (n === 0 ? 'Alkışla' : `Alkışla · ${n}`),
    previous: 'Önceki',
    following: 'Sonraki',
    readAll: 'Tamamını oku',
    goOn: 'Okumayı sürdür',
    own: 'Bu seninki: alkış başkalarından gelsin.',
    withdraw: 'Geri çek',
    askWithdraw: (app) =>
      `**${app}** galeriden çıksın mı? Resmi ve alkışları da gider. Proje, kanıt olarak sende kalır.`,
    yesWithdraw: 'Evet, geri çek',
    withdrawn: 'Galeriden çıktı. Uygulamayı yapmayı sürdürüyorsun; istediğin zaman yeniden gösterebilirsin.',
    gone: 'Takımı bunu artık göstermiyor.',
    empty: 'Galeri boş: henüz kimse bir uygulama göstermedi. Birini al, küçük tut, ilk gösteren sen ol.',
    emptyFor: (app) => `**${app}** uygulamasını henüz kimse göstermedi. Küçük tut, ilk gösteren sen ol.`,
  },

  search: {
    heading: (typed, n) => `## “${typed}” · ${n} sonuç`,
    elsewhere: '-# Başka bir yol haritasından: onu izlediğin yerde aç.',
    hit: (title, method, person) => `**${title}** · ${method}${person === null ? ', senin' : ` · ${person}`}`,
    noText: '-# Konusunun adında geçiyor',
    onlyOwn: '-# Burada kendi kanıtlarında arıyorum; bir sunucuda, grupla paylaşılanlarda da ararım.',
    open: 'Aç',
    nothing: (typed) => `“${typed}” henüz hiçbir yerde geçmiyor.`,
    nothingHere: 'Kendi kanıtlarına ve bu grupla paylaşılanlara baktım.',
    nothingOwn: 'Kendi kanıtlarına baktım.',
    near: 'Şu konular yakın; belki ilk yazan sen olursun:',
    otherWords: 'Başka bir sözcük ya da yalnızca başını dene.',
  },

  review: {
    begin: 'Tekrar et',
    heading: (n) => `## Tekrar · ${n} konu`,
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
    noNotes:
      'Bu konuda henüz bir şey yazmamışsın; hakemi sensin. Anlatmakta zorlandıysan bir kez daha göz at.',
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
    today: (due, enough) =>
      due > enough
        ? `**Önce tekrar**\n${due} konu bekliyor; bir güne ${enough} tanesi yeter.`
        : `**Önce tekrar**\nÖğrendiğin ${due === 1 ? 'bir' : due} konu seni bekliyor.`,
  },

  reminder: {
    due: (n) =>
      n === 1
        ? 'Öğrendiğin bir konu tekrar edilmeyi bekliyor. İki dakika yeter, aklında kalır.'
        : `Öğrendiğin ${n} konu tekrar edilmeyi bekliyor. Birkaç dakika yeter, aklında kalırlar.`,
    heading: '## Tekrarları hatırlatayım mı?',
    explained:
      'Yalnızca istersen: günde en çok bir mesaj, senin seçtiğin saatte ve ancak bekleyen tekrar varsa. Tek dokunuşla susturabilirsin.',
    isOn: {
      dm: (hour) => `Tekrar varsa saat **${hour}** gibi sana **özel mesaj** atıyorum.`,
      mention: (hour) => `Tekrar varsa saat **${hour}** gibi seni **çalışma kanalında etiketliyorum**.`,
    },
    inZone: (zone) => `Saat, ${zone} saatiyle; 23.00 ile 07.00 arasında asla.`,
    zoneUnknown: 'Bu bir tahmin: nerede olduğunu söyle.',
    joinFirst: 'Gruba katılırsan seni kanalında da etiketleyebilirim.',
    byDm: 'Özel mesajla',
    byMention: 'Kanalda etiketleyerek',
    chooseHour: 'Saat kaçta?',
    at: (hour) => `Saat ${hour}`,
    usual: 'Sabah, gün yoğunlaşmadan',
    mute: 'Sustur',
    muted: 'Susturuldu: artık hatırlatmıyorum. Tekrarların `/review` içinde seni bekler.',
    notOn: 'Zaten hatırlatma almıyorsun; susturacak bir şey yok.',
    open: 'Yeniden hatırlat…',
    saved: 'Kaydedildi, şimdiden geçerli.',
    stopped: {
      refused:
        'Sana yazamadım: özel mesajların bana kapalı. Bu yüzden hatırlatmayı bıraktım; açarsan yeniden başlatabilirsin.',
      channel: 'Seni çalışma kanalında artık etiketleyemedim; bu yüzden hatırlatmayı bıraktım.',
      left: 'Seni kanalında etiketlediğim grupla artık çalışmıyorsun; bu yüzden hatırlatmayı bıraktım.',
    },
  },

  notebook: {
    title: (roadmap) => `Defter: ${roadmap}`,
    written: (when) => `Yazıldığı gün: ${when}`,
    provenOn: (when) => `kanıtlandığı gün: ${when}`,
    notProven: 'henüz kanıtlanmadı',
    method: { cheatcode: 'Kopya kâğıdı', feynman: 'Anlatım', project: 'Proje', tez: 'Tez' },
    language: (language) => `Dil: ${language}`,
    file: (name) => `Dosya: ${name}`,
    elsewhere: 'Artık yol haritasında olmayanlar',
    recall: (title) => `${title}: bakmadan önce hatırla.`,
    explain: (title) => `${title} konusunu üç cümleyle anlat.`,
    exported: (texts, cards) =>
      `Defterin: yol haritası sırasıyla ${texts} yazı ve Anki için ${cards} kart (Dosya › İçe aktar). Bunu yalnızca sen görüyorsun.`,
    noCards:
      'Defterin, yol haritası sırasıyla. Anki kartları kopya kâğıtlarından ve anlatımlardan çıkar; henüz yok. Bunu yalnızca sen görüyorsun.',
    leftOut: (n) =>
      `-# Son ${n} konu sığmadı: Discord’da bir dosya en çok 10 MB olabilir. \`/settings\` hepsini verir.`,
    empty:
      'Defterin henüz boş. Öğrendiğin bir şey için kopya kâğıdı ya da anlatım yaz; hepsini buradan yanında götürebilirsin.',
  },

  settings: {
    title: '## Ayarların',
    everywhere: 'Bunlar sana ait ve her sunucuda geçerli.',
    saved: 'Kaydedildi, şimdiden geçerli.',
    timeZone: {
      member: (zone, clock) => `**Saat dilimi**\n${zone} · şu an ${clock}`,
      guild: (zone, clock) => `**Saat dilimi**\n${zone}, bu sunucununki · şu an ${clock}`,
      nobody: (zone, clock) => `**Saat dilimi**\n${zone}, sen yerini söyleyene kadar · şu an ${clock}`,
    },
    change: 'Değiştir',
    zoneTitle: 'Saat dilimin',
    zoneQuestion: 'Neredesin?',
    zoneHint: 'Bir şehir ya da ülke: İstanbul, Almanya… America/New_York da olur',
    whichZone: (typed) => `“${typed}” hangi saat dilimi, çıkaramadım.`,
    nearZones: 'Bunlardan biri mi?',
    typeAgain: 'Yeniden yaz',
    dayStart: 'Günün kaçta başlıyor?',
    dayStartsAt: (hour) => `Günümün başlangıcı: ${hour}`,
    usualDayStart: 'Alışılmış: gece geç saatte çalıştığın bir önceki güne sayılır',
    language: 'Dil',
    languageIs: (name) => `Dil: ${name}`,
    languageAsDiscord: (name) => `Dil: Discord’daki gibi (${name})`,
    fading: 'Bir konu ne zaman unutuluyor sayılsın?',
    fadingBelow: (percent) => `Unutuluyor: hatırlama ihtimalim ${percent} altına inince`,
    usualFading: 'Alışılmış: böyle beş konudan biri unutulmuş olur',
    reminders: 'Tekrar hatırlatmaları',
    noReminders: 'Yok. Yalnızca isteyene yazarım.',
    mayBeSeen: {
      topics: 'Neye çalıştığın ve neleri bitirdiğin',
      progress: 'Yüzdelerin ve serin',
    },
    shown: 'Katıldığın gruplar görüyor.',
    hidden: 'Yalnızca sen görüyorsun.',
    show: 'Göster',
    hide: 'Gizle',
    export: 'Verilerimi indir',
    exported:
      'Hakkında saklanan her şey ve kendi işaretlerinle yol haritaların. Bunu yalnızca sen görüyorsun.',
    delete: 'Her şeyimi sil',
    deleteMeans:
      'İlerlemen, geçmişin, yazdıkların ve yaptıkların, ayarların ve grup üyeliklerin bütün sunucularda kalıcı olarak silinir. Kanallarda paylaşılmış olanlar orada kalır. İstersen önce verilerini indir.',
    deleteWord: 'SİL',
    typeToDelete: (word) => `Her şeyi silmek için ${word} yaz`,
    notDeleted: (word) => `Hiçbir şey silinmedi. Gerçekten istiyorsan yeniden bas ve **${word}** yaz.`,
    deleted:
      'Hepsi silindi: hakkında artık hiçbir şey saklanmıyor. Bir gün yeniden başlamak istersen `/today` burada.',
  },

  help: {
    hello:
      '## Roadmate\nYol haritası, öğrenilecek konuların listesidir. Ben yerini tutar, sırada neye neden çalışacağını söyler, günlerini sayarım. Her seferinde on dakika yeter.',
    title: '## Burada neler yapabilirsin',
    build: (to) =>
      `**Yap ve bul**\n${to('showcase list')} birlikte yapılacak, birbirinize göstereceğiniz uygulamalar\n${to('search')} hepinizin yazdıklarında ara\n${to('notebook export')} yazdıklarını Anki kartlarıyla birlikte yanına al`,
    study: (to) =>
      `**Çalış**\n${to('today')} şimdi neye çalışmalı ve neden\n${to('start')} ${to('done')} ${to('skip')} bir konunun nasıl gittiğini söyle; ${to('undo')} geri alır\n${to('review')} öğrendiğini unutmadan tazele\n${to('topic')} bir konu hakkında her şey`,
    prove: (to) =>
      `**Bildiğini kanıtla**\n${to('cheatcode write')} ${to('feynman write')} ${to('project write')} ${to('tez write')} bir konuyu istediği yöntemle kanıtla\nKendi mesajın da olur: mesajın menüsünde *Uygulamalar*, *${tr.attach.command}*`,
    look: (to) =>
      `**Nerede olduğunu gör**\n${to('progress')} yüzdelerin, serin ve haftan\n${to('roadmap view')} yol haritasının tamamı\n${to('career')} ${to('toolset')} yol nereye, hangi araçlarla`,
    yours: (to) => `**Kendine göre ayarla**\n${tr.help.settings(to)}`,
    settings: (to) => `${to('settings')} dil, saat dilimi, grupların gördükleri, verilerin`,
    group: (to) => `${to('roadmap join')} ${to('roadmap leave')} bu grupla çalış ya da ayrıl`,
    organise: (to) =>
      `**Bütün sunucu için**\n${to('setup')} yol haritası, kanal, günler ve saat\n${to('schedule preview')} ne zaman ne gelecek; ${to('schedule pause')} ara vermek için`,
    setUp: 'Bu sunucuda kur',
    joinFirst: '**Buradan başla:** gruba katıl, sonra ilk neye çalışacağına bak.',
    beginFirst: '**Buradan başla:** ilk neye çalışacağına bak.',
    setUpFirst: (to) =>
      `**Senin için sıradaki:** ${to('setup')}. Bir kanal ve saat seç; ilk konular kendiliğinden gelsin.`,
  },

  failure: {
    unexpected: (reference) =>
      `Bizim tarafta bir şey ters gitti; hiçbir şey değişmedi. Lütfen yeniden dene; sürerse bir düzenleyiciye şu kodu ilet: \`${reference}\`.`,
    tooFast: 'Biraz hızlı oldu, yetişemedim. Birkaç saniye sonra yeniden dene.',
    outdated: 'Bu mesaj eskimiş: daha önceki bir sürümden kalma. Komutu yeniden çalıştır.',
    onlyInServer: 'Bu yalnızca bir sunucuda çalışır. Çalışma grubunun bir kanalında dene.',
    onlyOrganisers: 'Bunu yalnızca düzenleyiciler yapabilir: *Sunucuyu Yönet* izni olan üyeler.',
    unknownTopic: (typed) => `“${typed}” diye bir konu bulamadım.`,
    didYouMean: 'Bunlardan biri olabilir mi?',
    tryTyping: 'Adının bir parçasını yaz ve açılan listeden seç; ya da `/roadmap view` ile göz at.',
  },

  permission: {
    ViewChannel: 'Kanalı Görüntüle',
    SendMessages: 'Mesaj Gönder',
    ReadMessageHistory: 'Mesaj Geçmişini Oku',
    CreatePublicThreads: 'Herkese Açık Alt Başlık Oluştur',
    SendMessagesInThreads: 'Alt Başlıklarda Mesaj Gönder',
  },
};

function inDays(days: number): string {
  if (days < 60) return `${days} gün`;
  return days < 730 ? `${Math.round(days / 30)} ay` : `${(days / 365).toFixed(1).replace('.', ',')} yıl`;
}
