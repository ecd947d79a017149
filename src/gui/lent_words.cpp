// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lent_words.h"

#include <QClipboard>
#include <QGuiApplication>

namespace footbridge::gui {
namespace {

/// Labels lend their words by themselves; that those are ours too is known where the platform tells.
bool isOurs(const QClipboard& clipboard, QClipboard::Mode mode) {
  const bool owned = mode == QClipboard::Selection ? clipboard.ownsSelection() : clipboard.ownsClipboard();
  return owned || qobject_cast<const LentWords*>(clipboard.mimeData(mode)) != nullptr;
}

}  // namespace

LentWords::LentWords(const QString& words) {
  setText(words);
  setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
}

bool hasWords(const QMimeData* source) {
  return source != nullptr && source->hasText();
}

void takeBackLentWords() {
  QClipboard* const clipboard = QGuiApplication::clipboard();
  if (clipboard == nullptr) return;
  if (clipboard->supportsSelection() && isOurs(*clipboard, QClipboard::Selection))
    clipboard->clear(QClipboard::Selection);
  if (isOurs(*clipboard, QClipboard::Clipboard)) clipboard->clear(QClipboard::Clipboard);
}

}  // namespace footbridge::gui
