namespace ActorKube.Engine.Actors.Regions;

/// <summary>A command that may be carried out on another host, where a <see cref="ICommandReceiver"/> knows its name.</summary>
public interface IRemoteCommand<T> : IActorCommand<T>
{
    /// <summary>What kind of command it is, part of the protocol between hosts.</summary>
    string Name { get; }

    /// <summary>What the receiver needs, as UTF-8 JSON.</summary>
    ReadOnlyMemory<byte> Write();

    /// <summary>Reads what the receiver answered.</summary>
    T ReadAnswer(ReadOnlySpan<byte> answer);
}
