using System.CommandLine;
using ActorKube.Host.Launcher.Images;
using ActorKube.NodeAgent.Docker;

namespace ActorKube.Host.Commands;

/// <summary><c>image</c>: makes the container images that <c>docker-compose.yml</c> names, from what is on this machine.</summary>
internal static class ImageCommand
{
    public static Command Create()
    {
        var command = new Command("image", "Make the container image of a host, without pulling anything, and one of PostgreSQL where it is installed.");
        command.SetAction(async (_, cancellationToken) =>
        {
            if (!await LocalEngine.AnswersAsync(cancellationToken).ConfigureAwait(false))
            {
                throw new InvalidOperationException("No container engine answers: start one, or name one by DOCKER_HOST.");
            }

            await Console.Out.WriteLineAsync(await HostImage.MakeAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            var postgres = await PostgresImage.MakeAsync(cancellationToken).ConfigureAwait(false);
            if (postgres is not null)
            {
                await Console.Out.WriteLineAsync(postgres).ConfigureAwait(false);
            }

            if (Environment.GetEnvironmentVariable("ACTORKUBE_ROOT") is { Length: > 0 } root)
            {
                ComposeEnvironment.Write(root, postgres);
            }

            return 0;
        });
        return command;
    }
}
