using ActorKube.Engine.Views.Watching;

namespace ActorKube.Engine.Views;

/// <summary>
/// Sees every change right after it can be read, before whoever wrote it hears of success. Called one batch at a time on the thread
/// that applies them: note down what to do and return; never wait, never throw.
/// </summary>
public interface IViewObserver
{
    void OnChanged(ReadOnlySpan<ObjectEvent> events, ViewSnapshot snapshot);
}
