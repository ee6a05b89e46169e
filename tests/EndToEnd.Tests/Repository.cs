namespace ActorKube.EndToEnd.Tests;

/// <summary>The files that the tests come from: pages and samples that are tested as they are.</summary>
internal static class Repository
{
    /// <summary>The folder with the solution in it, somewhere above the tests' program.</summary>
    public static string Folder { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo start) =>
        File.Exists(Path.Combine(start.FullName, "ActorKube.sln")) ? start.FullName : Find(start.Parent ?? throw new InvalidOperationException("The tests run outside the repository."));
}
