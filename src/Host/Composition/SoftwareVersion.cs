namespace ActorKube.Host.Composition;

/// <summary>Of the program that runs: three numbers.</summary>
internal static class SoftwareVersion
{
    public static string Text { get; } = typeof(SoftwareVersion).Assembly.GetName().Version?.ToString(3) ?? "";
}
