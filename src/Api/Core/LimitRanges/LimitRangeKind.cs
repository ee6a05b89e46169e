using System.Globalization;
using ActorKube.Api.Kinds;

namespace ActorKube.Api.Core;

internal static class LimitRangeKind
{
    public static readonly Kind<LimitRange> Kind = new()
    {
        Group = "",
        Version = "v1",
        Name = "LimitRange",
        Plural = "limitranges",
        ShortNames = ["limits"],
        OnDefault = LimitRangeDefaults.Apply,
        OnValidate = LimitRangeValidation.Validate,
        TableColumns =
        [
            Column<LimitRange>.NameColumn,
            new("Created At", "date", "", "When the object was created.", 0, static (o, _) => o.Metadata.CreationTimestamp?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        ],
    };
}
