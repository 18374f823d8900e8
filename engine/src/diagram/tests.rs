//! Diagrams against the enumeration of all assignments.

use super::{Pool, Ref, TRUE, Var};
use crate::set::Set;

/// A small function as a tree, which is evaluated by hand.
#[derive(Clone, Debug)]
enum Tree {
    Literal(Var, usize),
    Not(Box<Tree>),
    AtLeast(usize, Vec<Tree>),
}

const VALUES: [usize; 4] = [3, 2, 2, 4];

/// Numbers that look random and are the same each time (xorshift, G. Marsaglia, 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn tree(numbers: &mut Numbers, depth: usize) -> Tree {
    match numbers.below(if depth == 0 { 1 } else { 4 }) {
        0 => {
            let var = numbers.below(VALUES.len());
            Tree::Literal(var, numbers.below(VALUES[var]))
        }
        1 => Tree::Not(Box::new(tree(numbers, depth - 1))),
        _ => {
            let trees: Vec<Tree> = (0..1 + numbers.below(3))
                .map(|_| tree(numbers, depth - 1))
                .collect();
            Tree::AtLeast(1 + numbers.below(trees.len()), trees)
        }
    }
}

fn holds(tree: &Tree, values: &[usize]) -> bool {
    match tree {
        Tree::Literal(var, value) => values[*var] == *value,
        Tree::Not(tree) => !holds(tree, values),
        Tree::AtLeast(count, trees) => {
            trees.iter().filter(|tree| holds(tree, values)).count() >= *count
        }
    }
}

fn build(pool: &mut Pool, tree: &Tree) -> Ref {
    match tree {
        Tree::Literal(var, value) => pool.literal(*var, |other| other == *value),
        Tree::Not(tree) => {
            let inner = build(pool, tree);
            pool.not(inner)
        }
        Tree::AtLeast(count, trees) => {
            let functions: Vec<Ref> = trees.iter().map(|tree| build(pool, tree)).collect();
            pool.at_least(*count, &functions)
        }
    }
}

fn assignments() -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for count in VALUES {
        all = all
            .into_iter()
            .flat_map(|before| (0..count).map(move |value| [before.clone(), vec![value]].concat()))
            .collect();
    }
    all
}

fn fixed(values: &[usize]) -> Vec<Option<usize>> {
    values.iter().copied().map(Some).collect()
}

#[test]
fn diagrams_agree_with_enumeration() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let all = assignments();
    for _ in 0..500 {
        let tree = tree(&mut numbers, 4);
        let mut pool = Pool::new(VALUES.to_vec(), 1_000_000);
        let function = build(&mut pool, &tree);
        for values in &all {
            assert_eq!(
                pool.restrict(function, &fixed(values)) == TRUE,
                holds(&tree, values),
                "{tree:?} {values:?}"
            );
        }
        let count = all.iter().filter(|values| holds(&tree, values)).count();
        assert_eq!(pool.count(function, 0) as usize, count);
        assert!((pool.fraction(function, &[]) - count as f64 / all.len() as f64).abs() < 1e-9);
        let mut support = Set::default();
        pool.support(function, &mut support);
        for var in 0..VALUES.len() {
            let differs = |values: &Vec<usize>| {
                (0..VALUES[var]).any(|value| {
                    let mut other = values.clone();
                    other[var] = value;
                    holds(&tree, &other) != holds(&tree, values)
                })
            };
            assert_eq!(
                support.contains(var),
                all.iter().any(differs),
                "{tree:?} {var}"
            );
            let mut vars = Set::default();
            vars.insert(var);
            let (some, every) = (pool.exists(function, &vars), pool.for_all(function, &vars));
            for values in &all {
                let each = |value: usize| {
                    let mut other = values.clone();
                    other[var] = value;
                    holds(&tree, &other)
                };
                assert_eq!(
                    pool.restrict(some, &fixed(values)) == TRUE,
                    (0..VALUES[var]).any(each)
                );
                assert_eq!(
                    pool.restrict(every, &fixed(values)) == TRUE,
                    (0..VALUES[var]).all(each)
                );
            }
        }
        let given = all[numbers.below(all.len())].clone();
        let nearest = pool.nearest_true(function, &fixed(&given), &[Some(1); 4]);
        let distance = |values: &Vec<usize>| {
            values
                .iter()
                .zip(&given)
                .filter(|(one, other)| one != other)
                .count()
        };
        let least = all
            .iter()
            .filter(|values| holds(&tree, values))
            .map(distance)
            .min();
        assert_eq!(
            nearest.as_ref().map(|(total, _)| *total as usize),
            least,
            "{tree:?} {given:?}"
        );
        if let Some((_, changes)) = nearest {
            let mut changed = given.clone();
            changes
                .iter()
                .for_each(|(var, value)| changed[*var] = *value);
            assert!(holds(&tree, &changed), "{tree:?} {given:?} {changes:?}");
        }
    }
}

#[test]
fn equal_functions_are_the_same_node() {
    let mut pool = Pool::new(vec![2, 2], 1_000);
    let (a, b) = (
        pool.literal(0, |value| value == 1),
        pool.literal(1, |value| value == 1),
    );
    let not_a = pool.not(a);
    assert_eq!(pool.or(a, not_a), TRUE);
    let (one, other) = (pool.and(a, b), pool.and(b, a));
    assert_eq!(one, other);
}

#[test]
fn too_large_a_diagram_gives_up() {
    let mut pool = Pool::new(vec![2; 20], 10);
    let literals: Vec<Ref> = (0..20)
        .map(|var| pool.literal(var, |value| value == 1))
        .collect();
    pool.at_least(10, &literals);
    assert!(pool.exploded());
}
