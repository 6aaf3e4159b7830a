// Twenty-eight invented people. Any likeness of a name to a living person is chance.
const rows = `Sutrisno Wijayakrama|Tris|male|1994-03-12|B7711001|Kota Tegalsari
Melati Anggraini Putri|Mel|female|2007-11-02|B7711002|Kab. Sukamaju
Bagas||male|1999|B7711003|Kota Tegalsari
Rahmawati Kusumadewi||female|1996-07-21|B7711004|Kab. Banjarwangi
Yohanes Tarigan Sembada|Anes|male|1990-01-30|B7711005|Kota Medanraya
Dewi||female|2001-05-09|B7711006|Kab. Sukamaju
Hendra Gunadarma Siregar||male|1988-12-25|B7711007|Kota Medanraya
Nurhayati Salsabila||female|1997-04-18|B7711008|Kab. Lautbiru
Ferdi Pratamayuda|Edi|male|2000-09-14|B7711009|Kota Tegalsari
Kartini Wulandewi||female|1993-02-03|B7711010|Kab. Banjarwangi
Agung Prabaswara||male|1995-08-08|B7711011|Kota Tegalsari
Siti Maryamah Zulaikha||female|1998-10-27|B7711012|Kab. Lautbiru
Rizky Ananda Wirasena||male|2002-06-16|B7711013|Kota Medanraya
Lestari||female|1991-03-05|B7711014|Kab. Sukamaju
Made Surya Adnyanata|Surya|male|1996-11-19|B7711015|Kab. Taman Ayu
Putu Ayu Larasanti||female|1999-01-22|B7711016|Kab. Taman Ayu
Imanuel Rumbiak Sorong||male|1992-05-31|B7711017|Kab. Pasirputih
Tiara Maharani Gintara||female|2000-12-12|B7711018|Kota Medanraya
Wahyu Setiadarma||male|1989-07-07|B7711019|Kab. Banjarwangi
Fitriani Oktavara||female|1994-10-10|B7711020|Kab. Lautbiru
Joko||male|1987-02-14|B7711021|Kab. Sukamaju
Maria Goreti Fernatu||female|1995-09-03|B7711022|Kab. Pasirputih
Dimas Aryo Nugrahadi|Aryo|male|1998-04-01|B7711023|Kota Tegalsari
Intan Permatahati||female|2001-08-29|B7711024|Kab. Banjarwangi
Slamet Riyadisastra||male|1990-06-23|B7711025|Kab. Sukamaju
Anisa Rahmalia||female|1997-12-05|B7711026|Kota Medanraya
Gilang Ramadhanta||male|1999-03-28|B7711027|Kab. Lautbiru
Ratna Sari Dewanti||female|1996-01-17|B7711028|Kab. Taman Ayu`;

export const PEOPLE = rows.split("\n").map((row) => {
  const [name = "", called = "", sex = "", birth = "", document = "", origin = ""] = row.split("|");
  return { name, called, sex, birth, document, origin };
});

export const PASTED = ["No\tNama\tJK\tTgl Lahir\tPaspor\tKet"]
  .concat(PEOPLE.map((person, n) => [n + 1, person.name, person.sex === "male" ? "L" : "P", person.birth, person.document, ""].join("\t")))
  .join("\n");
