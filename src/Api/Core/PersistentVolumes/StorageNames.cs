using ActorKube.Api.Errors;
using ActorKube.Api.Meta;

namespace ActorKube.Api.Core;

/// <summary>The words that volumes and claims share.</summary>
internal static class StorageNames
{
    /// <summary>Annotation that named the class before there was a field for it.</summary>
    public const string ClassAnnotation = "volume.beta.kubernetes.io/storage-class";

    public const string Filesystem = "Filesystem";
    public const string Unset = "<unset>";
    public const string ExclusivePod = "ReadWriteOncePod";

    private static readonly IReadOnlyList<string> AccessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ExclusivePod];

    /// <summary>Modes as kubectl shows them: RWO,ROX,RWX,RWOP.</summary>
    public static string Short(IReadOnlyList<string>? modes) => string.Join(',', new[]
    {
        ("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), (ExclusivePod, "RWOP"),
    }.Where(m => modes.OrEmpty().Contains(m.Item1)).Select(m => m.Item2));

    /// <summary>The class; an old annotation comes first.</summary>
    public static string Class(ObjectMeta meta, string? name) => meta.Annotations?.GetValueOrDefault(ClassAnnotation) ?? name ?? "";

    public static void ValidateAccessModes(IReadOnlyList<string> modes, FieldPath path, FieldErrors errors)
    {
        foreach (var mode in modes.Where(m => !AccessModes.Contains(m)))
        {
            errors.NotSupported(path, mode, AccessModes);
        }

        if (modes.Contains(ExclusivePod) && modes.Any(m => m != ExclusivePod && AccessModes.Contains(m)))
        {
            errors.Forbidden(path, "may not use ReadWriteOncePod with other access modes");
        }
    }

    public static void ValidateVolumeMode(string? mode, FieldPath path, FieldErrors errors)
    {
        if (mode is not (null or "Block" or Filesystem))
        {
            errors.NotSupported(path, mode, ["Block", Filesystem]);
        }
    }
}
