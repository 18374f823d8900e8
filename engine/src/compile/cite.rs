//! Citations: each names a declared instrument and a provision that the instrument declares.

use wicketgate_grammar::Citation;

use super::Cx;
use super::names::What;
use crate::model::Cite;

impl Cx {
    /// Resolves citations; those that do not resolve are reported and left out.
    pub(super) fn cites(&mut self, citations: &[Citation]) -> Vec<Cite> {
        citations
            .iter()
            .filter_map(|citation| self.cite(citation))
            .collect()
    }

    fn cite(&mut self, citation: &Citation) -> Option<Cite> {
        let instrument = self.find(What::Instrument, &citation.instrument)?;
        let provision = match &citation.provision {
            Some(path) => Some(self.find(What::Provision(instrument), path)?),
            None => None,
        };
        Some(Cite {
            instrument,
            provision,
        })
    }
}
