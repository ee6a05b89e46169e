using ActorKube.Api.Meta;
using ActorKube.Api.Quantities;

namespace ActorKube.Api.AutoscalingV2;

/// <summary>Quantities in Go's syntax: messages about a metric's target show the number's inner parts.</summary>
internal static class QuantityGoText
{
    public static GoText Of(Quantity value)
    {
        var scale = value.Exponent > 0 && value.TryGetInt64(out _) ? 0 : value.Exponent;
        var mantissa = scale == value.Exponent ? value.Mantissa : value.Value();
        return new($"resource.Quantity{{i:resource.int64Amount{{value:{mantissa}, scale:{scale}}}, d:resource.infDecAmount{{Dec:(*inf.Dec)(nil)}}, "
            + $"s:{GoText.Quote(value.ToString())}, Format:{GoText.Quote(value.Format.ToString())}}}");
    }
}
