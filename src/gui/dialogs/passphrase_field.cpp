// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/passphrase_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "gui/dialogs/secret_line_edit.h"
#include "gui/widgets/page_scroll.h"

namespace footbridge::gui {

PassphraseField::PassphraseField(QWidget* parent)
    : QWidget(parent), m_edit(new SecretLineEdit(this)), m_toggle(new QPushButton(this)) {
  m_edit->setObjectName(QStringLiteral("secretEdit"));
  m_toggle->setObjectName(QStringLiteral("showButton"));
  m_toggle->setCheckable(true);
  m_toggle->setAutoDefault(false);
  m_toggle->setProperty("role", QStringLiteral("quiet"));
  m_toggle->setProperty("compact", true);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_edit, 1);
  row->addWidget(m_toggle);
  setFocusProxy(m_edit);
  sayShown(false);
  connect(m_toggle, &QPushButton::toggled, this, &PassphraseField::setShown);
  connect(m_edit, &QLineEdit::textChanged, this, &PassphraseField::edited);
  connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::submitted);
  m_edit->installEventFilter(this);
}

/// Nobody types a secret where they do not see how much of it is there.
bool PassphraseField::eventFilter(QObject* watched, QEvent* event) {
  const QEvent::Type type = event->type();
  if (type == QEvent::FocusIn || type == QEvent::KeyPress || type == QEvent::InputMethod) PageScroll::follow(*this);
  return QWidget::eventFilter(watched, event);
}

QString PassphraseField::label() const {
  return m_edit->accessibleName();
}
void PassphraseField::setLabel(const QString& label) {
  m_edit->setAccessibleName(label);
  sayShown(m_edit->isShown());
}

bool PassphraseField::isEmpty() const {
  return m_edit->text().isEmpty();
}
bool PassphraseField::sameAs(const PassphraseField& other) const {
  return m_edit->text() == other.m_edit->text();
}

void PassphraseField::setShown(bool shown) {
  m_edit->setShown(shown);
  sayShown(shown);
}

void PassphraseField::sayShown(bool shown) {
  const QSignalBlocker quiet(m_toggle);
  m_toggle->setChecked(shown);
  m_toggle->setText(shown ? tr("Hide") : tr("Show"));
  m_toggle->setAccessibleName(shown ? tr("Hide what is typed: %1").arg(label())
                                    : tr("Show what is typed: %1").arg(label()));
}

std::optional<Passphrase> PassphraseField::peek() const {
  return m_edit->peek();
}

std::optional<Passphrase> PassphraseField::take() {
  std::optional<Passphrase> secret = m_edit->take();
  sayShown(false);
  return secret;
}

void PassphraseField::forget() {
  m_edit->forget();
  sayShown(false);
}

}  // namespace footbridge::gui
