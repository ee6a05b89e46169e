using System.Text.RegularExpressions;

namespace ActorKube.NodeAgent.Images;

/// <summary>Image names as container engines read them. Follows distribution/reference.</summary>
internal static partial class ImageReference
{
    /// <summary>The name with its tag: <c>latest</c> where it has neither tag nor digest. Null for a text that is no name of an image.</summary>
    public static string? Normalize(string image)
    {
        if (ImageId().IsMatch(image))
        {
            return image;
        }

        if (!Pattern().IsMatch(image))
        {
            return null;
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        return name.Contains(':', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal) ? image : image + ":latest";
    }

    /// <summary>The registry that the name is looked up in: <c>docker.io</c> unless the first part looks like a host.</summary>
    public static string Registry(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : image[..slash];
        return first == "localhost" || first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) ? first : "docker.io";
    }

    [GeneratedRegex("^sha256:[0-9a-f]{64}$")]
    private static partial Regex ImageId();

    [GeneratedRegex(
        "^(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?(?::[0-9]+)?/)?[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*" +
        "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$")]
    private static partial Regex Pattern();
}
