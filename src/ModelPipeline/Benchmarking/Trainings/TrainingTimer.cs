using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking.Trainings;

/// <summary>Trains by two recipes in turns and measures what they take.</summary>
internal sealed class TrainingTimer(BenchmarkPlan plan, TimeProvider clock)
{
    /// <summary>Measures, after a warm-up that also tells how many rounds there is time for.</summary>
    /// <exception cref="TrainingException">A recipe gives no model.</exception>
    public TrainingTimes Measure(TrainingRecipe candidate, TrainingRecipe champion, CancellationToken cancellation)
    {
        var meter = new BlockMeter(clock, candidate.HasCpuClock && champion.HasCpuClock);
        var warmUp = meter.Measure(() => candidate.Follow(cancellation)).Wall + (2 * meter.Measure(() => champion.Follow(cancellation)).Wall);
        var fitting = plan.Trainings.TotalNanoseconds / Math.Max(1, warmUp);
        var rounds = (int)Math.Clamp(fitting, 1, plan.Restarts);
        TrainingRecipe[] recipes = [candidate, champion, champion];
        List<double>[] times = [[], [], []];
        for (var turn = 0; turn < rounds * recipes.Length; turn++)
        {
            var which = (turn + (turn / recipes.Length)) % recipes.Length; // another one begins each round
            GC.Collect();
            times[which].Add(meter.Measure(() => recipes[which].Follow(cancellation)).Process);
        }

        return new TrainingTimes(times[0], times[1], times[2]);
    }
}
