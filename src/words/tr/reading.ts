import type { Words } from '../words.ts';
import { list } from './grammar.ts';

export const reading: Words['reading'] = {
  line: (line, said) => `${line}. satır: ${said}`,
  remark: {
    'empty-box': 'Kutunun yanı boş, atlandı.',
    'picture-alone': 'Burada yalnızca resim var, atlandı.',
    'row-without-text': 'Bu satırda konu adı yok, atlandı.',
    'untitled-section': 'Başlığın adı yok; altındakiler üstteki bölüme girdi.',
    'box-in-text': 'Kutu çok içeride kaldığı için üstteki metne karışıyor. Girintisini azalt.',
    'no-topics': 'Burada konu yok.',
    'bullets-left-out': (boxes, bullets) =>
      boxes === 0
        ? `Kutu yok ama ${bullets} madde var. Konular onlar mı olsun?`
        : `Yalnızca ${boxes} kutu konu oldu. ${bullets} madde de alınsın mı?`,
    'relative-link': (address) =>
      `“${address}” bağlantısı bu dosyanın yanındaki bir dosyaya gidiyor, atlandı.`,
    'unusable-link': (address) => `“${address}” bağlantısı Discord’dan açılamıyor.`,
    'paragraph-cut': (limit) => `Bu paragraf ${limit} karakterden uzun. Yalnızca başı okundu.`,
    'unknown-directive': (directive) => `“${directive}:” nedir bilmiyorum.`,
    'misspelt-directive': (directive, meant) =>
      `“${directive}:” nedir bilmiyorum. “${meant}:” mi demek istedin?`,
    'repeated-directive': (directive) => `“${directive}:” iki kez yazılmış. İlki geçerli.`,
    'misplaced-directive': (directive) => `“${directive}:” burada işe yaramıyor.`,
    'missing-value': (directive) => `“${directive}:” boş kalmış.`,
    'bad-value': (directive, value) => `“${directive}:” için “${value}” olmaz.`,
    'duplicate-id': (id, firstLine) => `“${id}” kimliği ${firstLine}. satırda kullanılmış, burada geçersiz.`,
    'unknown-topic': (key) => `Önce “${key}” istiyor ama böyle bir konu yok.`,
    'unknown-track': (key) => `“${key}” diyor ama böyle bir ana bölüm yok.`,
    'needs-cycle': (keys) =>
      `Bu konular birbirini bekliyor: ${list(keys)}. Sonrakilere bağlı olanlar sayılmadı.`,
  },
  refusal: {
    'too-large': (limit) => `Dosya ${limit} bayttan büyük. Bir bölümüyle dene.`,
    'too-many-lines': (limit) => `Dosyada ${limit} satırdan fazlası var. Bir bölümüyle dene.`,
    'too-many-tags': (limit) => `Dosyada ${limit} HTML etiketinden fazlası var. Bir bölümüyle dene.`,
    'too-many-topics': (limit) => `Konu sayısı ${limit} sınırını aşıyor. Dosyanın bir bölümüyle dene.`,
    'too-deep': (limit) =>
      `Listeler burada ${limit} basamaktan daha içeri giriyor. Girintileri azaltıp yeniden dene.`,
    'not-text': 'Bu bir metin dosyası değil. Markdown (.md) olarak kaydedip yeniden dene.',
    'unknown-encoding': 'Buradaki harfleri okuyamıyorum. Dosyayı UTF-8 olarak kaydedip yeniden dene.',
  },
};
