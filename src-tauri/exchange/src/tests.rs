use crate::{
    Attachment, Blob, BundleWriter, Certificate, Envelope, ExchangeError, Limit, Part, Result,
    fixtures::{Laptop, START_MS, answer, workload},
    manifest::{Chunk, Content, MAGIC, Manifest, SIGNING},
    open,
    pack::Packing,
    recipients_hash,
};
use casework::ids::RecordId;
use journal::{Batch, BatchHash, DeviceId, FeedCheck, FeedId, Head, Step, Summary};
use proptest::prelude::*;
use std::{
    io::{self, Read, Write},
    process::Command,
};
use uuid::Uuid;
use vault::{SealingKey, device::SigningPublic, envelope};

mod siege;

fn people(laptops: &[&Laptop]) -> impl Fn(DeviceId, &[Certificate]) -> Option<SigningPublic> + use<> {
    let cards: Vec<_> = laptops.iter().map(|laptop| laptop.card.clone()).collect();
    move |device, _| cards.iter().find(|card| card.device() == device).map(|card| card.identity().signing)
}

/// Everything a bundle gives, or why it is refused.
fn import(
    bundle: &[u8],
    key: &SealingKey,
    trusted: &[&Laptop],
) -> Result<(Summary, Vec<Batch>, Vec<Vec<u8>>)> {
    let trusted = people(trusted);
    let mut reader = open(bundle, key, &trusted)?;
    let (mut batches, mut blobs) = (Vec::new(), Vec::new());
    while let Some(batch) = reader.next_batch()? {
        batches.push(batch);
    }
    loop {
        let mut content = Vec::new();
        let Some(blob) = reader.next_attachment(&mut content)? else { break };
        assert_eq!(blob.length, content.len() as u64);
        blobs.push(content);
    }
    let after = reader.after().clone();
    reader.finish()?;
    Ok((after, batches, blobs))
}

fn edits(laptop: &mut Laptop, count: u64) -> Vec<Batch> {
    let person = RecordId(Uuid::from_u128(5));
    let mut last = vec![];
    (0..count)
        .map(|n| {
            let batch = laptop
                .write(START_MS + n, vec![answer(person, "full_name", &format!("Fulan {n}"), last.clone())]);
            last = batch.changes().map(|(id, _)| id).collect();
            batch
        })
        .collect()
}

fn attachment(content: &[u8]) -> Attachment<'_> {
    let open = move || Ok(Box::new(content) as Box<dyn Read>);
    Attachment { id: [4; 32], length: content.len() as u64, open: Box::new(open) }
}

/// A bundle with two attachments, and who may read it.
fn with_attachments() -> (Laptop, Laptop, Vec<Batch>, Vec<u8>) {
    let (mut a, b) = (Laptop::new(1), Laptop::new(2));
    let batches = edits(&mut a, 5);
    let mut writer = BundleWriter::new();
    batches.iter().for_each(|batch| writer.push(batch).unwrap());
    let (after, proof, to) = (a.summary(1), a.proof(), [b.sealed_to()]);
    let mut bundle = Vec::new();
    let photo = vec![7; 150_000];
    let attachments = [attachment(b"a letter"), attachment(&photo)];
    let envelope = a.envelope(&to, &after, proof.as_slice());
    writer.finish(&envelope, &attachments, &mut bundle).unwrap();
    drop(attachments);
    (a, b, batches, bundle)
}

#[test]
fn two_laptops_swap_everything() {
    let (mut a, mut b) = (Laptop::new(1), Laptop::new(2));
    let (from_a, from_b) = (edits(&mut a, 30), edits(&mut b, 20));
    let to_b = a.bundle(&from_a, &[b.sealed_to(), a.sealed_to()]);
    let to_a = b.bundle(&from_b, &[a.sealed_to()]);
    let (told, batches, _) = import(&to_b, &b.keys.sealing, &[&a]).unwrap();
    assert_eq!((told, batches), (a.summary(1), from_a.clone()));
    assert_eq!(import(&to_a, &a.keys.sealing, &[&b]).unwrap().1, from_b);
    assert_eq!(import(&to_b, &a.keys.sealing, &[&a]).unwrap().1, from_a, "the sender kept a copy for itself");
}

#[test]
fn the_same_file_again_brings_nothing() {
    let (mut a, b) = (Laptop::new(1), Laptop::new(2));
    let written = edits(&mut a, 30);
    let bundle = a.bundle(&written, &[b.sealed_to()]);
    let mut check = FeedCheck::default();
    let mut take = |expected: Step| {
        for batch in import(&bundle, &b.keys.sealing, &[&a]).unwrap().1 {
            let log = |id: &BatchHash| written.iter().find(|one| one.id() == *id).map(|one| one.header().seq);
            let here = |id: &BatchHash| if expected == Step::Duplicate { log(id) } else { None };
            assert_eq!(check.accept(batch.id(), batch.header(), here), expected);
        }
    };
    take(Step::Next);
    take(Step::Duplicate);
}

#[test]
fn attachments_travel_and_are_proven() {
    let (a, b, batches, bundle) = with_attachments();
    let (_, read, blobs) = import(&bundle, &b.keys.sealing, &[&a]).unwrap();
    assert_eq!(read, batches);
    assert_eq!(blobs, [b"a letter".to_vec(), vec![7; 150_000]]);
    let trusted = people(&[&a]);
    let reader = open(bundle.as_slice(), &b.keys.sealing, &trusted).unwrap();
    assert_eq!(reader.manifest().recipients, recipients_hash(&[b.sealed_to()]));
    assert_eq!(reader.heads().iter().map(|head| head.checked).collect::<Vec<_>>(), [true]);
    assert_eq!(reader.finish(), Ok(()), "what nobody asks for is proven all the same");
}

#[test]
fn an_attachment_that_changes_while_it_is_read_is_not_sent() {
    let a = Laptop::new(1);
    let (after, to) = (a.summary(1), [a.sealed_to()]);
    let reads = std::cell::Cell::new(0);
    let changing = Attachment {
        id: [1; 32],
        length: 4,
        open: Box::new(|| {
            reads.set(reads.get() + 1);
            Ok(Box::new(if reads.get() == 1 { b"once".as_slice() } else { b"then" }) as Box<dyn Read>)
        }),
    };
    let result = BundleWriter::new().finish(&a.envelope(&to, &after, &[]), &[changing], io::sink());
    assert_eq!(result, Err(ExchangeError::Damaged(Part::Attachment(0))));
    let mut short = attachment(b"abc");
    short.length = 4;
    let result = BundleWriter::new().finish(&a.envelope(&to, &after, &[]), &[short], io::sink());
    assert_eq!(result, Err(ExchangeError::Damaged(Part::Attachment(0))));
    let mut large = attachment(b"abc");
    large.length = crate::ATTACHMENT_BYTES + 1;
    let result = BundleWriter::new().finish(&a.envelope(&to, &after, &[]), &[large], io::sink());
    assert_eq!(result, Err(ExchangeError::TooLarge(Limit::Attachment)));
}

#[test]
fn each_refusal_says_why() {
    let (mut a, b, c) = (Laptop::new(1), Laptop::new(2), Laptop::new(3));
    let written = edits(&mut a, 3);
    let bundle = a.bundle(&written, &[b.sealed_to()]);
    let why = |bundle: &[u8], who: &Laptop, trusted: &[&Laptop]| {
        import(bundle, &who.keys.sealing, trusted).unwrap_err()
    };
    assert_eq!(why(&bundle, &c, &[&a]), ExchangeError::NotForThisLaptop);
    assert_eq!(why(&bundle, &b, &[&c]), ExchangeError::Untrusted { device: a.device });
    assert_eq!(why(b"%PDF-1.7 something else", &b, &[&a]), ExchangeError::NotABundle);
    assert_eq!(why(b"", &b, &[&a]), ExchangeError::CutOff);
    assert_eq!(why(&bundle[..bundle.len() - 1], &b, &[&a]), ExchangeError::Damaged(Part::Seal));
    assert_eq!(why(&bundle[..60], &b, &[&a]), ExchangeError::CutOff);
    // Somebody else under a trusted name: the card says one laptop, another one signs.
    let mut impostor = Laptop::new(1);
    let written = edits(&mut impostor, 3);
    let forged = impostor.bundle(&written, &[b.sealed_to()]);
    assert_eq!(impostor.device, a.device);
    assert_eq!(why(&forged, &b, &[&a]), ExchangeError::Forged);
    let nobody = BundleWriter::new().finish(&a.envelope(&[], &a.summary(1), &[]), &[], io::sink());
    assert_eq!(nobody, Err(ExchangeError::NoRecipient));
    let crowd = vec![b.sealed_to(); 65];
    let crowded = BundleWriter::new().finish(&a.envelope(&crowd, &a.summary(1), &[]), &[], io::sink());
    assert_eq!(crowded, Err(ExchangeError::TooLarge(Limit::Recipients)));
}

/// The content of a bundle, after its outer layer.
fn unsealed(bundle: &[u8], key: &SealingKey) -> Vec<u8> {
    let mut content = Vec::new();
    envelope::reader(key, bundle).unwrap().read_to_end(&mut content).unwrap();
    content
}

fn sealed(content: &[u8], to: &Laptop) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = envelope::writer(&[to.sealed_to()], &mut out).unwrap();
    writer.write_all(content).unwrap();
    writer.finish().unwrap();
    out
}

/// A bundle whose manifest was changed by somebody who can sign as the sender.
fn resigned(a: &Laptop, b: &Laptop, content: &[u8], change: impl FnOnce(&mut Manifest)) -> Vec<u8> {
    let length = u32::from_be_bytes(content[8..12].try_into().unwrap()) as usize;
    let mut manifest = Manifest::decode(&content[12..12 + length]).unwrap();
    change(&mut manifest);
    let bytes = manifest.encode();
    let signature = a.keys.signing.sign(SIGNING, &bytes);
    let length_now = u32::try_from(bytes.len()).unwrap().to_be_bytes();
    let rest = &content[12 + length + 64..];
    sealed(&[MAGIC.as_slice(), &length_now, &bytes, &signature, rest].concat(), b)
}

#[test]
fn fuzzing_reaches_what_is_behind_the_seal() {
    let (_, b, batches, bundle) = with_attachments();
    let mut content = unsealed(&bundle, &b.keys.sealing);
    let whole = crate::probe::Understood { batches: batches.len(), attachments: 2 };
    assert_eq!(crate::probe::behind_the_seal(&content), Ok(whole));
    // Another byte of an attachment gets past the hash, which is what a fuzzer needs.
    *content.last_mut().unwrap() ^= 1;
    assert_eq!(crate::probe::behind_the_seal(&content), Ok(whole));
}

/// The seeds of the fuzzer are bundles of this code; `PULANG_BUNDLE_SEEDS` names the folder to write them to anew.
#[test]
fn the_seeds_of_the_fuzzer_are_understood() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/seeds/bundle");
    if let Some(anew) = std::env::var_os("PULANG_BUNDLE_SEEDS") {
        let (mut a, b) = (Laptop::new(1), Laptop::new(2));
        let to = b.sealed_to();
        let batches = edits(&mut a, 9);
        let withheld = batches.iter().map(|one| one.clone().withholding(|at, _| at == 0).unwrap());
        let erased = batches.iter().map(|one| one.clone().erasing(0).unwrap());
        let (withheld, erased): (Vec<_>, Vec<_>) = (withheld.collect(), erased.collect());
        for (name, batches) in [("edits", &batches), ("withheld", &withheld), ("erased", &erased)] {
            let mut writer = BundleWriter::new();
            batches.iter().for_each(|batch| writer.push(batch).unwrap());
            let (after, proof, mut out) = (a.summary(1), a.proof(), Vec::new());
            let wants = [[7; 32]];
            let envelope =
                Envelope { wants: &wants, ..a.envelope(std::slice::from_ref(&to), &after, proof.as_slice()) };
            writer.finish(&envelope, &[attachment(b"a letter")], &mut out).unwrap();
            std::fs::write(std::path::Path::new(&anew).join(name), unsealed(&out, &b.keys.sealing)).unwrap();
        }
    }
    let seeds = std::fs::read_dir(folder).unwrap().map(|seed| std::fs::read(seed.unwrap().path()).unwrap());
    let understood = seeds.map(|seed| crate::probe::behind_the_seal(&seed).unwrap().batches);
    assert_eq!(understood.collect::<Vec<_>>(), [9, 9, 9]);
}

#[test]
fn a_sender_with_a_good_key_is_held_to_the_limits_too() {
    let (a, b, _, bundle) = with_attachments();
    let content = unsealed(&bundle, &b.keys.sealing);
    let why = |change: &dyn Fn(&mut Manifest)| {
        import(&resigned(&a, &b, &content, change), &b.keys.sealing, &[&a]).map(|_| ())
    };
    assert_eq!(why(&|_| ()), Ok(()), "resigning alone changes nothing");
    assert_eq!(why(&|m| m.chunks[1].expanded = 5 << 20), Err(ExchangeError::TooLarge(Limit::Frame)));
    assert_eq!(
        why(&|m| m.chunks[1].expanded = m.chunks[1].packed * 101),
        Err(ExchangeError::TooLarge(Limit::Expansion))
    );
    assert_eq!(why(&|m| m.chunks[1].expanded += 1), Err(ExchangeError::Damaged(Part::Chunk(1))));
    assert_eq!(why(&|m| m.chunks[1].expanded -= 1), Err(ExchangeError::Damaged(Part::Chunk(1))));
    assert_eq!(why(&|m| m.chunks[1].packing = Packing::Plain), Err(ExchangeError::Damaged(Part::Chunk(1))));
    assert_eq!(why(&|m| m.chunks[0].content = Content::Batches), Err(ExchangeError::Damaged(Part::Manifest)));
    assert_eq!(why(&|m| m.blobs[0].hash[0] ^= 1), Err(ExchangeError::Damaged(Part::Attachment(0))));
    assert_eq!(why(&|m| m.blobs[1].length = 51 << 20), Err(ExchangeError::TooLarge(Limit::Attachment)));
    assert_eq!(
        why(&|m| m.blobs = vec![m.blobs[1]; 60]
            .into_iter()
            .map(|mut b| {
                b.length = 50 << 20;
                b
            })
            .collect()),
        Err(ExchangeError::TooLarge(Limit::File))
    );
    assert_eq!(
        why(&|m| {
            m.blobs.pop();
        }),
        Err(ExchangeError::Damaged(Part::End))
    );
    assert_eq!(why(&|m| m.blobs.push(m.blobs[0])), Err(ExchangeError::CutOff));
    assert_eq!(why(&|m| (m.format, m.needs) = (2, 2)), Err(ExchangeError::Newer { needs: 2 }));
    assert_eq!(why(&|m| m.format = 2), Ok(()), "newer, and says that this version may read it");
    assert_eq!(why(&|m| m.sender = b.device), Err(ExchangeError::Untrusted { device: b.device }));
}

#[test]
fn the_list_of_contents_never_moves() {
    let chunk = |content, packing| Chunk { content, packing, expanded: 300, packed: 200, hash: [1; 32] };
    let manifest = Manifest {
        format: crate::FORMAT,
        needs: crate::FORMAT,
        sender: DeviceId([2; 16]),
        training: true,
        chain: vec![b"certificate".to_vec()],
        recipients: [3; 32],
        scopes: vec![RecordId(Uuid::from_u128(4))],
        blobs: vec![Blob { id: [5; 32], length: 6, hash: [7; 32] }],
        chunks: vec![chunk(Content::Summary, Packing::Plain), chunk(Content::Batches, Packing::Zstd)],
    };
    let bytes = manifest.encode();
    assert_eq!(Manifest::decode(&bytes).as_ref(), Ok(&manifest));
    assert_eq!(
        blake3::hash(&bytes).to_string(),
        "e2dbc0a773893c9afe990a4d2238bc0521a11a4c0f8f06dbf0d1dfdb67091797"
    );
    for cut in 0..bytes.len() {
        assert!(Manifest::decode(&bytes[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_ministry_with_very_many_feeds_can_tell_them_all() {
    let a = Laptop::new(1);
    let mut after = a.summary(1);
    let head =
        |n: u32| Head { seq: u64::from(n) + 1, batch: BatchHash(*blake3::hash(&n.to_be_bytes()).as_bytes()) };
    let feed = |n: u32| FeedId::of(a.device, Laptop::LIFE, RecordId(Uuid::from_u128(n.into())));
    after.heads.extend((0..80_000).map(|n| (feed(n), vec![head(n)])));
    let to = [a.sealed_to()];
    let mut out = Vec::new();
    let manifest = BundleWriter::new().finish(&a.envelope(&to, &after, &[]), &[], &mut out).unwrap();
    assert!(manifest.summary_chunks() > 1);
    let trusted = people(&[&a]);
    let reader = open(out.as_slice(), &a.keys.sealing, &trusted).unwrap();
    assert_eq!(reader.after(), &after);
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn a_training_vault_says_so() {
    let a = Laptop::new(1);
    let (after, to) = (a.summary(1), [a.sealed_to()]);
    for training in [false, true] {
        let mut out = Vec::new();
        let envelope = Envelope { training, ..a.envelope(&to, &after, &[]) };
        BundleWriter::new().finish(&envelope, &[], &mut out).unwrap();
        let trusted = people(&[&a]);
        assert_eq!(open(out.as_slice(), &a.keys.sealing, &trusted).unwrap().manifest().training, training);
    }
}

#[test]
fn a_part_of_a_newer_version_is_passed_over() {
    let (a, b, batches, bundle) = with_attachments();
    let content = unsealed(&bundle, &b.keys.sealing);
    let newer = resigned(&a, &b, &content, |m| m.chunks[1].content = Content::Other);
    let trusted = people(&[&a]);
    let mut reader = open(newer.as_slice(), &b.keys.sealing, &trusted).unwrap();
    assert_eq!(reader.next_batch(), Ok(None));
    assert_eq!(reader.passed_over(), 1);
    assert_eq!(reader.finish(), Ok(()));
    assert!(!batches.is_empty());
}

#[test]
fn a_laptop_says_which_files_it_lacks() {
    let (a, b) = (Laptop::new(1), Laptop::new(2));
    let (after, to) = (a.summary(1), [b.sealed_to()]);
    for wants in [&[][..], &[[7; 32], [9; 32]]] {
        let mut out = Vec::new();
        let envelope = Envelope { wants, ..a.envelope(&to, &after, &[]) };
        BundleWriter::new().finish(&envelope, &[], &mut out).unwrap();
        let trusted = people(&[&a]);
        let mut reader = open(out.as_slice(), &b.keys.sealing, &trusted).unwrap();
        assert_eq!(reader.wants(), wants);
        assert_eq!(reader.next_batch(), Ok(None));
        assert_eq!(reader.passed_over(), 0);
        assert_eq!(reader.finish(), Ok(()));
    }
}

#[test]
fn a_false_end_of_a_known_feed_is_forgery_and_of_an_unknown_one_is_told() {
    let (a, b, mut c) = (Laptop::new(1), Laptop::new(2), Laptop::new(3));
    let batches = edits(&mut c, 2);
    let (good, after, to) = (c.proof().unwrap(), a.summary(1), [b.sealed_to()]);
    let mut bad = good;
    bad.head = Head { seq: 9, ..good.head };
    let bundle = |heads: &[_]| {
        let mut writer = BundleWriter::new();
        batches.iter().for_each(|batch| writer.push(batch).unwrap());
        let mut out = Vec::new();
        writer.finish(&a.envelope(&to, &after, heads), &[], &mut out).unwrap();
        out
    };
    let key = &b.keys.sealing;
    assert_eq!(import(&bundle(&[bad]), key, &[&a, &c]).unwrap_err(), ExchangeError::Forged);
    let trusted = people(&[&a]);
    let bundle = bundle(&[good]);
    let reader = open(bundle.as_slice(), key, &trusted).unwrap();
    assert!(!reader.heads()[0].checked);
}

#[test]
fn a_stock_age_opens_the_outer_layer() {
    let (_, b, _, bundle) = with_attachments();
    let folder = tempfile::tempdir().unwrap();
    let (key, file) = (folder.path().join("key"), folder.path().join("a.pulang"));
    let identity = b.keys.sealing.to_age().unwrap();
    std::fs::write(&key, age::secrecy::ExposeSecret::expose_secret(&identity.to_string())).unwrap();
    std::fs::write(&file, &bundle).unwrap();
    let out = Command::new("age").arg("--decrypt").arg("--identity").arg(&key).arg(&file).output().unwrap();
    assert!(out.status.success());
    assert_eq!(out.stdout, unsealed(&bundle, &b.keys.sealing));
}

#[test]
fn fifty_edits_for_four_laptops_stay_small() {
    let (laptops, in_one) = workload(150, 50, false);
    let (_, in_fifty) = workload(150, 1, false);
    let (_, following) = workload(150, 1, true);
    let to: Vec<_> = (10..14).map(|n| Laptop::new(n).sealed_to()).collect();
    let single = laptops[0].bundle(&in_one[..1], &to);
    println!("50 edits in one deed, 4 recipients: {} bytes", single.len());
    let apart = laptops[0].bundle(in_fifty.iter().step_by(3), &to);
    println!("50 edits in fifty deeds, 4 recipients: {} bytes", apart.len());
    let close = laptops[0].bundle(following.iter().step_by(3), &to);
    println!("the same with seeds and deeds that follow: {} bytes", close.len());
    assert!(single.len() <= 2500 && close.len() <= 2500, "{} and {} bytes", single.len(), close.len());
}

#[test]
fn a_change_takes_few_bytes() {
    // The figure is for 10^5 edits: `PULANG_EDITS=100000`.
    let edits = std::env::var("PULANG_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let to: Vec<_> = (10..14).map(|n| Laptop::new(n).sealed_to()).collect();
    for (per_deed, follows) in [(20, false), (5, false), (1, false), (20, true), (1, true)] {
        let (laptops, batches) = workload(edits, per_deed, follows);
        let changes: usize = batches.iter().map(|batch| batch.leaves().len()).sum();
        let bundle = laptops[0].bundle(&batches, &to);
        let per_change = bundle.len() as f64 / changes as f64;
        println!("{changes} edits, {per_deed} to a deed, follows {follows}: {per_change:.2} bytes a change");
        assert!(per_change <= 12.0 || !follows && per_deed < 20, "{per_change:.2} bytes a change");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn anything_sealed_is_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let b = Laptop::new(2);
        prop_assert!(import(&sealed(&bytes, &b), &b.keys.sealing, &[]).is_err());
        prop_assert!(import(&bytes, &b.keys.sealing, &[]).is_err());
        let _ = Manifest::decode(&bytes);
    }

    #[test]
    fn what_is_exported_is_what_is_imported(
        texts in prop::collection::vec("\\PC{0,40}", 1..30),
        hidden in prop::collection::vec(0_u8..8, 30),
        recipients in 1_usize..4,
    ) {
        let (mut a, b) = (Laptop::new(1), Laptop::new(2));
        let mut last = vec![];
        let mut batches = Vec::new();
        for ((n, text), hide) in (0..).zip(&texts).zip(&hidden) {
            let changes = vec![
                answer(RecordId(Uuid::from_u128(n % 3)), "full_name", text, last.clone()),
                answer(RecordId(Uuid::from_u128(9)), "note", text, vec![crate::fixtures::outside(*hide)]),
            ];
            let batch = a.write(START_MS + u64::try_from(n).unwrap(), changes);
            last = batch.changes().map(|(id, _)| id).take(1).collect();
            batches.push(match hide {
                0 => batch.withholding(|at, _| at == 0).unwrap(),
                1 => batch.erasing(1).unwrap(),
                2 => batch.unseeded(),
                _ => batch,
            });
        }
        let to: Vec<_> = (0..recipients).map(|_| b.sealed_to()).collect();
        let (told, came, files) = import(&a.bundle(&batches, &to), &b.keys.sealing, &[&a]).unwrap();
        prop_assert_eq!(told, a.summary(1));
        prop_assert_eq!(came, batches);
        prop_assert!(files.is_empty());
    }
}
