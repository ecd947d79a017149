// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/secret_clipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>

#include "gui/lent_words.h"

namespace footbridge::gui {
namespace {

QByteArray digestOf(const QString& text) {
  return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

}  // namespace

SecretClipboard::SecretClipboard(QObject* parent, std::chrono::milliseconds keptFor) : QObject(parent) {
  m_timer.setSingleShot(true);
  m_timer.setInterval(keptFor);
  connect(&m_timer, &QTimer::timeout, this, &SecretClipboard::takeBack);
}

SecretClipboard::~SecretClipboard() {
  takeBack();
}

void SecretClipboard::lend(const QString& secret) {
  QGuiApplication::clipboard()->setMimeData(new LentWords(secret));  // which owns it from then on
  m_digest = digestOf(secret);
  m_timer.start();
}

void SecretClipboard::takeBack() {
  m_timer.stop();
  if (m_digest.isEmpty()) return;
  QClipboard* clipboard = QGuiApplication::clipboard();
  if (clipboard != nullptr && digestOf(clipboard->text()) == m_digest) clipboard->clear();
  m_digest.clear();
  Q_EMIT takenBack();
}

}  // namespace footbridge::gui
