// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/flows/note_lines.h"

#include <QTextBoundaryFinder>

namespace footbridge::gui {
namespace {

QStringList sentences(const QString& line) {
  QStringList found;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Sentence, line);
  qsizetype from = 0;
  for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
    const QString sentence = line.mid(from, to - from).trimmed();
    if (!sentence.isEmpty()) found << sentence;
    from = to;
  }
  return found;
}

}  // namespace

QStringList noteLines(const QString& note) {
  QStringList lines;
  for (const QString& line : note.split(QLatin1Char('\n'))) {
    if (!line.trimmed().isEmpty()) lines << line.trimmed();
  }
  return lines.size() == 1 ? sentences(lines.front()) : lines;
}

}  // namespace footbridge::gui
