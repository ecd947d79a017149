// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <vector>

#include "domain/exercise.h"
#include "gui/sheets/sheet.h"
#include "gui/sheets/sheet_words.h"

// What a pen does on a printed sheet: circle, tick, draw.
namespace footbridge::gui {

/// The words of ours on every printed sheet.
struct SheetText {
  Q_DECLARE_TR_FUNCTIONS(Sheets)
};

/// A disc with a letter or number in it, as tall as its diameter; the colour is never all that it says.
void addMark(Sheet& sheet, const QString& letter, const char* token, double diameter);

/// A box to tick, with words beside it and a softer line below them where there is one.
void addTick(Sheet& sheet, const QString& words, const QString& note = {});

/// Boxes to tick, `columns` beside each other, each as [words, note].
struct TickLine {
  QString words;
  QString note;
};
void addTicks(Sheet& sheet, const std::vector<TickLine>& lines, int columns);

/// 0 to 6 to circle, with words below 0, 2, 4 and 6, and a way to say that it did not come up.
void addScale(Sheet& sheet, const QStringList& words, bool mayNotComeUp);

/// A small ring for each breath.
void addBreaths(Sheet& sheet, int breaths);

/// Who speaks when, each turn a disc to tick off, with how long it lasts.
void addTurns(Sheet& sheet, const std::vector<PartnerId>& turns, int seconds);

/// The figure of eight to write into, a half for each.
void addLoop(Sheet& sheet, const SheetNames& names);

/// A line for a name, with a caption before it.
void addNameLine(Sheet& sheet, const QString& caption, const QString& name);

}  // namespace footbridge::gui
