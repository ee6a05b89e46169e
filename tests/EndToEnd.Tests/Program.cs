using ActorKube.EndToEnd.Tests.Guards;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ActorKube.EndToEnd.Tests;

/// <summary>Runs the tests, or, started by one, the process that it is going to stop or kill.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // Of processes that are killed pipes and sockets for debuggers would be left behind.
        Environment.SetEnvironmentVariable("DOTNET_EnableDiagnostics", "0");
        return args switch
        {
            [LeaseKeeper.Argument, var path] => LeaseKeeper.RunAsync(path),
            _ when args.Contains("--server") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
            _ => ConsoleRunner.Run(args),
        };
    }
}
