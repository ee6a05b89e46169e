using System.Globalization;

namespace ActorKube.Engine.Commands;

/// <summary>Revisions as the text that metadata.resourceVersion shows.</summary>
public static class Revisions
{
    public static string Text(long revision) => revision.ToString(CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out long revision) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out revision);
}
