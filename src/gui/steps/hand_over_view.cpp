// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/steps/hand_over_view.h"

#include <QLabel>
#include <QShortcut>

#include "gui/look/look.h"
#include "gui/widgets/bridge_figure.h"
#include "widgets/steps/ui_hand_over_view.h"

namespace footbridge::gui {

HandOverView::HandOverView(const Showing& showing, QWidget* parent)
    : StepView(parent), m_ui(std::make_unique<Ui::HandOverView>()) {
  m_ui->setupUi(this);
  setColumn(0);
  const auto& body = showing.body<practice::HandOverScreen>();
  const Couple& couple = showing.setting.couple;
  const auto to = practice::aloneOf(body.to);
  m_ui->readyButton->setProperty("large", true);
  m_ui->textLabel->setMaximumWidth(look::px(520));
  m_ui->bridgeFigure->setFromTint(tintOf(to ? otherOf(*to) : PartnerId::A));
  m_ui->bridgeFigure->setToTint(tintOf(to.value_or(PartnerId::B)));
  m_ui->bridgeFigure->crossTo(to ? 0.64 : 1.0);
  m_ui->titleLabel->setText(to ? tr("Pass the laptop to %1").arg(couple.name(*to)) : tr("Put the laptop between you"));
  m_ui->readyButton->setText(to ? tr("I’m %1, and I’m ready").arg(couple.name(*to)) : tr("We are both here"));
  setRole(m_ui->readyButton, to ? tintOf(*to) : QStringLiteral("ours"));
  if (body.from && to) {
    m_ui->textLabel->setText(tr("%1’s words are put away. %1, look out of the window for a few minutes; there is "
                                "nothing to do but breathe.")
                                 .arg(couple.name(*body.from)));
  } else if (body.from) {
    m_ui->textLabel->setText(
        tr("%1’s words are put away. Take a slow breath together, about ten seconds, before you go on.")
            .arg(couple.name(*body.from)));
  } else if (to) {
    m_ui->textLabel->setText(tr("%1, this part is for you alone. %2, look away for a few minutes; there is nothing to "
                                "do but breathe.")
                                 .arg(couple.name(*to), couple.name(otherOf(*to))));
  } else {
    m_ui->textLabel->setText(tr("Take a slow breath together, about ten seconds, before you go on."));
  }
  connect(m_ui->readyButton, &QPushButton::clicked, this, [this] { finish(); });
  for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
    // Of the button alone: with the keyboard on Hide, Pause or a way out, Enter is meant for that.
    auto* enter = new QShortcut(QKeySequence(key), m_ui->readyButton);
    enter->setContext(Qt::WidgetShortcut);
    // A key held down since the screen before takes nothing.
    enter->setAutoRepeat(false);
    connect(enter, &QShortcut::activated, this, [this] { finish(); });
  }
  m_isToOne = to.has_value();
}

HandOverView::~HandOverView() = default;

QWidget* HandOverView::firstField() const {
  return m_ui->readyButton;
}

void HandOverView::finish() {
  if (m_isToOne) {
    Q_EMIT acted(practice::TakeTurn{});
  } else {
    Q_EMIT acted(practice::ComeTogether{});
  }
}

}  // namespace footbridge::gui
