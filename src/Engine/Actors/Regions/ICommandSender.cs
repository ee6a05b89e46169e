using ActorKube.Engine.Membership;
using ActorKube.Engine.Objects;

namespace ActorKube.Engine.Actors.Regions;

/// <summary>Brings commands to other hosts.</summary>
public interface ICommandSender
{
    /// <summary>Has a command carried out in the turn of the object's actor on another host; returns the answer, null when it can't be had in time. It may have been carried out all the same.</summary>
    ValueTask<ReadOnlyMemory<byte>?> SendAsync(Member target, ObjectKey key, string name, ReadOnlyMemory<byte> command, CancellationToken cancellationToken);
}

/// <summary>Carries out the commands that come from other hosts.</summary>
public interface ICommandReceiver
{
    /// <summary>Carries out a command in the turn of the object's actor on this host, and returns the answer. Null for a command it doesn't know.</summary>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(ObjectKey key, string name, ReadOnlyMemory<byte> command, CancellationToken cancellationToken);
}
