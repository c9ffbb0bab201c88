import type { Words } from '../words.ts';

/** Yol haritasını Discord'dan değiştirmek. */
export const editing: Words['editing'] = {
  heading: (title) => `## Düzenle: ${title}`,
  copyFirst: {
    server: '-# İlk değişiklikte bu sunucunun kendi kopyası oluşur. Kimsenin ilerlemesi kaybolmaz.',
    own: '-# İlk değişiklikte kendi kopyan oluşur. Kimsenin ilerlemesi kaybolmaz.',
  },
  sections: (n) => `${n} bölüm`,
  chooseSection: 'Bölüm seç',
  chooseTopic: 'Konu seç',
  notYours:
    'Bu sunucunun yol haritasını yalnızca düzenleyiciler değiştirebilir.\n-# Kendi yol haritanı düzenlemek için bana özel mesajda `/roadmap edit` yaz.',
  parts: (list) => `Parçalar: ${list}`,
  needs: (list) => `Ön koşul: ${list}`,
  links: (list) => `Bağlantılar: ${list}`,
  takes: (time) => `Süre: ${time}`,
  ways: (list) => `Kanıt: ${list}`,
  changeWays: 'Kanıt yolları…',
  waysHeading: '## Burada ne kanıt sayılsın?',
  methods: 'Kanıtlama yollarını seç',
  toSection: 'Bölüme dön',
  change: 'Ad ve süre…',
  addParts: 'Parça ekle…',
  addTopics: 'Konu ekle…',
  addSection: 'Bölüm ekle…',
  link: 'Bağlantı ekle…',
  note: 'Not ekle…',
  first: 'Ön koşul seç',
  rename: 'Yeniden adlandır…',
  said: 'Bağlantı ya da notu değiştir',
  move: 'Taşı',
  merge: 'Birleştir',
  remove: 'Kaldır',
  find: 'Konu ara…',
  toSectionEnd: 'Bu bölümün sonuna',
  asPart: 'Onun parçası olsun',
  before: 'Hemen önüne',
  behind: 'Hemen arkasına',
  inside: 'İçine',
  undo: 'Geri al',
  yesRemove: 'Kaldır',
  yesMerge: 'Birleştir',
  form: {
    title: 'Ad',
    turkish: 'Türkçe adı',
    minutes: 'Kaç dakika sürer?',
    orOut: 'Çıkarmak için boş bırak.',
    lines: 'Konular, her satıra bir tane',
    toEnd: 'Bölümün sonuna eklenir.',
    topics: 'Konuları, her satıra bir tane',
    address: 'Bağlantı',
    label: 'Adı',
    note: 'Not',
    search: 'Konu',
  },
  pick: {
    needs: (title) => `### **${title}** konusundan önce ne gelir?\nBir konu seç; çıkarmak için yeniden seç.`,
    move: (title) => `### **${title}** nereye gitsin?`,
    merge: (title) => `### **${title}** hangi konuyla birleşsin?`,
  },
  where: (title, target) => `**${title}** nereye gitsin? Seçtiğin yer: **${target}**`,
  sureRemove: (title, parts, members) =>
    `**${title}** kaldırılsın mı?${parts > 0 ? ` ${parts} parçası da gider.` : ''} ${
      members > 0
        ? `${members} kişinin bu konuda ilerlemesi var; saklanır, geri alırsan döner.`
        : 'Bu konuda kimsenin ilerlemesi yok.'
    }`,
  sureRemoveSection: (title, inside, members) =>
    `**${title}** bölümü ${inside} konusuyla birlikte kaldırılsın mı? ${
      members > 0
        ? `${members} kişinin burada ilerlemesi var; saklanır, geri alırsan döner.`
        : 'Burada kimsenin ilerlemesi yok.'
    }`,
  sureMerge: (title, into) =>
    `**${title}** konusu **${into}** ile birleşsin mi? Bağlantılar, notlar ve çalışmalar da oraya geçer. İkisi de bittiyse bitmiş sayılır.`,
  added: (titles, atEnd) => `Eklendi: ${titles}${atEnd ? ' (bölümün sonunda)' : ''}`,
  saved: (title, number, isServers) =>
    `Kaydedildi: **${title}** · ${isServers ? 'sunucunun' : 'senin'} ${number}. ${isServers ? 'sürümü' : 'sürümün'}`,
  undone: 'Geri alındı: önceki sürüm yeniden kullanılıyor.',
  changedMeanwhile: (who, when) =>
    `Bu arada yol haritası değişti: ${who} · ${when}\nŞu anki hâli bu. Yazdıkların duruyor: aynı düğmeye yeniden bas.`,
  somebody: 'Biri',
  problem: {
    'no-title': 'En çok 200 karakterlik bir ad yaz. Yazdıkların duruyor.',
    'no-topics': 'Bir bölümde en az bir konu olmalı. Yazdıkların duruyor.',
    'no-note': 'Notta görünen bir şey yok. Birkaç sözcük yaz.',
    unknown: 'Bu artık yol haritasında yok.',
    'inside-itself': 'Kendisinin ya da kendi parçasının içine giremez. Başka bir yer seç.',
    'parts-and-none': 'Yalnızca birinin parçaları var. Ötekini onun parçası olarak taşı.',
    'not-here':
      'Bunu buradan değiştiremem: dosyada bir tabloda ya da benzer bir yerde duruyor. Dosyayı değiştirip `/roadmap import` kullan.',
    cycle: (titles) => `Bunlar birbirini bekliyor: ${titles}. Önce birini çıkar.`,
    minutes: 'Dakikayı 1 ile 100.000 arasında bir tam sayı olarak yaz. Yazdıkların duruyor.',
    address: 'Bu bağlantı açılmıyor. `https://example.org` gibi tam bir adres yaz. Yazdıkların duruyor.',
    limits: 'Bu kadarı yol haritasına sığmıyor: en çok 5.000 konu, on düzey ve 1 MB.',
    'too-many': 'Saklayabildiğim kadar yol haritası var. Önce birini kaldır.',
    notLast: 'Arada başka bir değişiklik oldu. Bütün sürümler için: `/roadmap undo`',
    'not-kept': 'O sürüm artık saklanmıyor.',
  },
  noMatch: (typed) => `Buna benzer bir konu bulamadım: “${typed}”. Başka sözcükler dene ya da bir bölüm seç.`,
};
