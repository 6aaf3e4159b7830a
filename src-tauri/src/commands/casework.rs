//! What the screens of casework ask for and do.

use desk::views::{
    ChainLine, GateOverrideInput, GatePage, IdentificationPage, MovementLine, PermitAdvance, PermitLine,
    StandingPage, SumLine, TodayPage, ToldView,
};
use tauri::State;

use super::Answer;
use crate::state::Shell;

#[tauri::command(async)]
pub(super) fn today(shell: State<'_, Shell>, limit: usize) -> Answer<TodayPage> {
    shell.desk(|desk| desk.day(limit))
}

#[tauri::command(async)]
pub(super) fn movements(shell: State<'_, Shell>, offset: usize) -> Answer<Vec<MovementLine>> {
    shell.desk(|desk| desk.movements(offset))
}

#[tauri::command(async)]
pub(super) fn gate(shell: State<'_, Shell>, of: Vec<String>, flight: &str) -> Answer<GatePage> {
    shell.desk(|desk| {
        let of = of.iter().map(|text| desk.resolve(text)).collect::<Result<Vec<_>, _>>()?;
        desk.gate(&of, desk.resolve(flight)?)
    })
}

#[tauri::command(async)]
pub(super) fn override_gate(shell: State<'_, Shell>, input: GateOverrideInput) -> Answer<GatePage> {
    shell.desk(|desk| desk.override_gate(&input))
}

#[tauri::command(async)]
pub(super) fn permits(shell: State<'_, Shell>, offset: usize, limit: usize) -> Answer<Vec<PermitLine>> {
    shell.desk(|desk| desk.permit_board(offset, limit))
}

#[tauri::command(async)]
pub(super) fn advance_permits(shell: State<'_, Shell>, input: PermitAdvance) -> Answer<Vec<PermitLine>> {
    shell.desk(|desk| desk.advance_permits(&input))
}

#[tauri::command(async)]
pub(super) fn standing(shell: State<'_, Shell>, id: &str) -> Answer<StandingPage> {
    shell.desk(|desk| desk.standing(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn identification(shell: State<'_, Shell>, id: &str) -> Answer<IdentificationPage> {
    shell.desk(|desk| desk.identification(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn told(shell: State<'_, Shell>, of: Vec<String>) -> Answer<Vec<ToldView>> {
    shell.desk(|desk| desk.told_before(&of))
}

#[tauri::command(async)]
pub(super) fn chain(shell: State<'_, Shell>, id: &str) -> Answer<Vec<ChainLine>> {
    shell.desk(|desk| desk.chain(desk.resolve(id)?))
}

#[tauri::command(async)]
pub(super) fn spending(shell: State<'_, Shell>, id: &str) -> Answer<Vec<SumLine>> {
    shell.desk(|desk| desk.spending(desk.resolve(id)?))
}
