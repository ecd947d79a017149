// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

#include "gui/look/appearance.h"
#include "gui/look/theme.h"

namespace footbridge::gui {

/// The one style of the program: Fusion for what is rare, our own drawing for what is seen every day.
class FootbridgeStyle : public QProxyStyle {
  Q_OBJECT

 public:
  explicit FootbridgeStyle(const Appearance& appearance);

  [[nodiscard]] const Appearance& appearance() const { return m_appearance; }
  [[nodiscard]] const Theme& theme() const { return m_theme; }
  [[nodiscard]] double scale() const { return m_scale; }
  [[nodiscard]] int px(double length) const { return qRound(length * m_scale); }
  /// Widgets that are on screen must be polished anew afterwards.
  void setAppearance(const Appearance& appearance);

  using QProxyStyle::polish;
  void polish(QWidget* widget) override;
  void polish(QPalette& palette) override;
  [[nodiscard]] QPalette standardPalette() const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                       const QWidget* widget) const override;
  [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const override;
  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const override;
  [[nodiscard]] QIcon standardIcon(StandardPixmap which, const QStyleOption* option,
                                   const QWidget* widget) const override;
  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* answer) const override;

 private:
  Appearance m_appearance;
  Theme m_theme;
  double m_scale = 1;
};

}  // namespace footbridge::gui
