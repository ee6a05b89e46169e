namespace ActorKube.Tests.Engines;

/// <summary>Mounts that processes which were killed leave behind.</summary>
internal static class Mounts
{
    /// <summary>Unmounts what is mounted in the folder, innermost first. Others may do the same at the same time.</summary>
    public static async Task RemoveAsync(string directory)
    {
        while (In(directory) is [.., var last])
        {
            try
            {
                await Command.RunAsync("umount", ["-l", last]);
            }
            catch (InvalidOperationException) when (!In(directory).Contains(last))
            {
                // Somebody was faster.
            }
        }
    }

    private static string[] In(string directory) =>
        [.. File.ReadAllLines("/proc/self/mounts").Select(static l => l.Split(' ')[1]).Where(m => m.StartsWith(directory + "/", StringComparison.Ordinal))];
}
