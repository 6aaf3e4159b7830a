//! The structure tree and the bookmarks as objects of the PDF. Owns tying every mark of every page to its place in the tree;
//! refuses a mark that no node has.

use super::finish::{name, text};
use crate::{
    DossierError,
    lay::{Bookmark, Kid, Laid, Node, Tag},
};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

fn number(n: usize) -> Object {
    Object::Integer(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Adds the tree and gives each page its key in it.
pub(crate) fn tree(
    document: &mut Document,
    laid: &Laid,
    pages: &[ObjectId],
) -> Result<ObjectId, DossierError> {
    let lost = DossierError::Fault("the structure tree has a gap");
    let root = document.new_object_id();
    let whole = document.new_object_id();
    let ids: Vec<ObjectId> = laid.nodes.iter().map(|_| document.new_object_id()).collect();
    let mut parents = vec![whole; laid.nodes.len()];
    let mut marks: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
    for (node, id) in laid.nodes.iter().zip(&ids) {
        for kid in &node.kids {
            match kid {
                Kid::Node(kid) => *parents.get_mut(*kid).ok_or(lost.clone())? = *id,
                Kid::Marked { page, mcid } => {
                    let page = marks.get_mut(*page).ok_or(lost.clone())?;
                    if page.len() <= *mcid {
                        page.resize(*mcid + 1, Object::Null);
                    }
                    *page.get_mut(*mcid).ok_or(lost.clone())? = Object::Reference(*id);
                }
            }
        }
    }
    if marks.iter().flatten().any(|mark| matches!(mark, Object::Null)) {
        return Err(lost);
    }
    let begins = begins(&laid.nodes);
    for (((node, id), parent), begin) in laid.nodes.iter().zip(&ids).zip(&parents).zip(&begins) {
        let element = element(node, *parent, *begin, &ids, pages).ok_or(lost.clone())?;
        document.set_object(*id, element);
    }
    let roots: Vec<Object> =
        laid.roots.iter().filter_map(|root| ids.get(*root)).map(|id| Object::Reference(*id)).collect();
    document.set_object(
        whole,
        dictionary! { "Type" => "StructElem", "S" => "Document", "P" => Object::Reference(root), "K" => roots },
    );
    let mut keys = Vec::with_capacity(pages.len() * 2);
    for (index, (page, marks)) in pages.iter().zip(marks).enumerate() {
        keys.push(number(index));
        keys.push(Object::Reference(document.add_object(marks)));
        let page = document.get_object_mut(*page).and_then(Object::as_dict_mut).map_err(|_| lost.clone())?;
        page.set("StructParents", number(index));
        page.set("Tabs", name("S"));
    }
    let parent_tree = document.add_object(dictionary! { "Nums" => keys });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => Object::Reference(whole),
        "ParentTree" => Object::Reference(parent_tree),
        "ParentTreeNextKey" => number(pages.len()),
    };
    document.set_object(root, tree);
    Ok(root)
}

/// The page on which each node begins: that of its own first mark, else of its first kid's. A kid comes after its parent.
fn begins(nodes: &[Node]) -> Vec<Option<usize>> {
    let mut begins = vec![None; nodes.len()];
    for (index, node) in nodes.iter().enumerate().rev() {
        let marked = node
            .kids
            .iter()
            .find_map(|kid| if let Kid::Marked { page, .. } = kid { Some(*page) } else { None });
        let below = node.kids.iter().find_map(|kid| {
            if let Kid::Node(kid) = kid { begins.get(*kid).copied().flatten() } else { None }
        });
        if let Some(begin) = begins.get_mut(index) {
            *begin = marked.or(below);
        }
    }
    begins
}

fn element(
    node: &Node,
    parent: ObjectId,
    first: Option<usize>,
    ids: &[ObjectId],
    pages: &[ObjectId],
) -> Option<Dictionary> {
    // Marks on the page where the node begins are plain numbers; those on later pages name their page.
    let mut kids = Vec::with_capacity(node.kids.len());
    for kid in &node.kids {
        kids.push(match kid {
            Kid::Node(kid) => Object::Reference(*ids.get(*kid)?),
            Kid::Marked { page, mcid } if Some(*page) == first => number(*mcid),
            Kid::Marked { page, mcid } => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => Object::Reference(*pages.get(*page)?),
                "MCID" => number(*mcid),
            }),
        });
    }
    let mut element = dictionary! {
        "Type" => "StructElem",
        "S" => name(node.tag.name()),
        "P" => Object::Reference(parent),
        "K" => kids,
    };
    if let Some(page) = first {
        element.set("Pg", Object::Reference(*pages.get(page)?));
    }
    if let Some(lang) = &node.lang {
        element.set("Lang", Object::string_literal(lang.as_str()));
    }
    if let Some(alt) = &node.alt {
        element.set("Alt", text(alt));
    }
    if let Some(actual) = &node.actual {
        element.set("ActualText", text(actual));
    }
    match node.tag {
        Tag::ColumnHead => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Tag::RowHead => element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
        Tag::Across(columns) => {
            element.set("A", dictionary! { "O" => "Table", "ColSpan" => number(columns) })
        }
        Tag::Figure => {
            let bounds: Vec<Object> = node.bounds?.iter().map(|bound| Object::Real(*bound)).collect();
            element.set("A", dictionary! { "O" => "Layout", "BBox" => bounds, "Placement" => "Block" });
        }
        _ => {}
    }
    Some(element)
}

/// Adds the bookmarks, nested as their headings are.
pub(crate) fn bookmarks(document: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Option<ObjectId> {
    if laid.bookmarks.is_empty() {
        return None;
    }
    let root = document.new_object_id();
    let ids: Vec<ObjectId> = laid.bookmarks.iter().map(|_| document.new_object_id()).collect();
    let above = parents(&laid.bookmarks);
    let under = |parent: Option<usize>| -> Vec<ObjectId> {
        above.iter().zip(&ids).filter(|(above, _)| **above == parent).map(|(_, id)| *id).collect()
    };
    for (index, (bookmark, id)) in laid.bookmarks.iter().zip(&ids).enumerate() {
        let parent = above.get(index).copied().flatten();
        let siblings = under(parent);
        let place = siblings.iter().position(|sibling| sibling == id).unwrap_or_default();
        let page = pages.get(bookmark.page)?;
        let target =
            vec![Object::Reference(*page), name("XYZ"), Object::Null, Object::Real(bookmark.y), Object::Null];
        let mut item = dictionary! {
            "Title" => text(&bookmark.text),
            "Parent" => Object::Reference(parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root)),
            "Dest" => target,
        };
        if let Some(before) = place.checked_sub(1).and_then(|place| siblings.get(place)) {
            item.set("Prev", Object::Reference(*before));
        }
        if let Some(after) = siblings.get(place + 1) {
            item.set("Next", Object::Reference(*after));
        }
        let kids = under(Some(index));
        if let (Some(first), Some(last)) = (kids.first(), kids.last()) {
            item.set("First", Object::Reference(*first));
            item.set("Last", Object::Reference(*last));
            // Negative: shown closed, so that the list of sections is seen whole.
            item.set("Count", Object::Integer(-i64::try_from(kids.len()).unwrap_or(1)));
        }
        document.set_object(*id, item);
    }
    let top = under(None);
    let outlines = dictionary! {
        "Type" => "Outlines",
        "First" => Object::Reference(*top.first()?),
        "Last" => Object::Reference(*top.last()?),
        "Count" => number(top.len()),
    };
    document.set_object(root, outlines);
    Some(root)
}

/// For each bookmark the nearest one before it of a higher level. The cover's own heading is a bookmark like a section.
fn parents(bookmarks: &[Bookmark]) -> Vec<Option<usize>> {
    let level = |bookmark: &Bookmark| bookmark.level.max(2);
    let mut open: Vec<usize> = Vec::new();
    let mut above = Vec::with_capacity(bookmarks.len());
    for (index, bookmark) in bookmarks.iter().enumerate() {
        while open
            .last()
            .and_then(|last| bookmarks.get(*last))
            .is_some_and(|last| level(last) >= level(bookmark))
        {
            open.pop();
        }
        above.push(open.last().copied());
        open.push(index);
    }
    above
}

#[cfg(test)]
mod tests {
    use super::parents;
    use crate::lay::Bookmark;

    #[test]
    fn sections_hold_their_people_and_nobody_elses() {
        let of = |level| Bookmark { level, text: String::new(), page: 0, y: 0.0 };
        let above = parents(&[of(1), of(2), of(3), of(3), of(2), of(4)]);
        assert_eq!(above, [None, None, Some(1), Some(1), None, Some(4)]);
    }
}
