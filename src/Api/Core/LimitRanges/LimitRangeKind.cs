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
        CreateOnUpdate = true,
        ShortNames = ["limits"],
        OnCreate = static range => string.IsNullOrEmpty(range.Metadata.Name) ? range with { Metadata = range.Metadata with { Name = range.Metadata.Uid } } : range,
        OnDefault = LimitRangeDefaults.Apply,
        OnValidate = LimitRangeValidation.Validate,
        OnValidateUpdate = LimitRangeValidation.ValidateUpdate,
        TableColumns = CreatedAtTable.Of<LimitRange>(),
    };
}
