using System.Globalization;
using ActorKube.Api.Meta;
using ActorKube.Server.Responses;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>A process's exit code as the Status that clients read it from.</summary>
internal static class ExitStatus
{
    public static Status Of(int exitCode) => exitCode == 0
        ? Statuses.Success()
        : new Status
        {
            Kind = "Status",
            ApiVersion = "v1",
            Outcome = "Failure",
            Reason = "NonZeroExitCode",
            Message = string.Create(CultureInfo.InvariantCulture, $"command terminated with non-zero exit code: exit status {exitCode}"),
            Details = new StatusDetails { Causes = [new StatusCause { Reason = "ExitCode", Message = exitCode.ToString(CultureInfo.InvariantCulture) }] },
        };
}
