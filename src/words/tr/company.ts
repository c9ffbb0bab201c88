import type { Words } from '../words.ts';

export const board: Words['board'] = {
  heading: {
    week: '## Bu hafta',
    month: '## Bu ay',
  },
  metric: {
    topics: 'Konular',
    minutes: 'Odak süresi',
    proofs: 'Kanıtlananlar',
    reviews: 'Tekrarlar',
    helping: 'Yardımlar',
  },
  counts: {
    topics: 'İlk kez bitirilen konular. Topluca işaretlenenler bir sayılır.',
    minutes: 'Bu sunucuda `/focus` ile geçen süre. Sonradan eklenen sayılmaz.',
    proofs: 'Bir konuyu kanıtlayan çalışmalar. İçe aktarılanlar sayılmaz.',
    reviews: 'Yapılan tekrarlar.',
    helping: 'Başkalarının anladığı anlatımlar ve çalışmaların için yanıtlanan sorular.',
  },
  score: {
    topics: (n) => `${n} konu`,
    proofs: (n) => `${n} kez kanıtlandı`,
    reviews: (n) => `${n} tekrar`,
    helping: (n) => `${n} kez`,
  },
  place: (place, people, score) => `**${place}.** ${people} · ${score}`,
  andOthers: (names, n) => `${names} ve ${n} kişi daha`,
  nobody: 'Henüz bir şey yok. İlk sen ol.',
  own: (place, score) => `Sen · ${place}. sıra · ${score}`,
  ownShared: (place, score) => `Sen · ${place}. sıra, paylaşılıyor · ${score}`,
  ownNothing: 'Sen · henüz bir şey yok',
  onlyYou: '-# Sıranı yalnızca sen görüyorsun.',
  onIt: '-# İlk ondaysan diğerleri seni burada görür.',
  notOnIt: '-# Diğerleri seni burada görmez.',
  hidden: '-# Diğerleri seni burada görmez: ayarların ilerlemeni gizliyor.',
  join: 'Beni de göster',
  leave: 'Beni gösterme',
  week: 'Bu hafta',
  month: 'Bu ay',
  choose: 'Başka bir sıralama…',
  joinFirst: 'Sıralama yalnızca bu grubun üyeleri için. Önce katıl.',
};
