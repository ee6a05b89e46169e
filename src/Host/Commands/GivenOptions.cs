using System.CommandLine;

namespace ActorKube.Host.Commands;

internal static class GivenOptions
{
    /// <summary>The value that was typed, else the other one.</summary>
    public static T Given<T>(this ParseResult result, Option<T> option, T otherwise) => result.GetResult(option) is { Implicit: false } ? result.GetValue(option)! : otherwise;
}
